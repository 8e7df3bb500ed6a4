"""The mean of the weights of several runs."""

import pytest

torch = pytest.importorskip("torch")

from train.mean import mean  # noqa: E402


def test_each_run_has_its_share_of_every_parameter() -> None:
    runs = {"a": {"w": torch.tensor([0.0, 4.0])}, "b": {"w": torch.tensor([4.0, 0.0])}}
    assert mean(runs, {"a": 3.0, "b": 1.0})["w"].tolist() == [1.0, 3.0]


def test_whole_numbers_are_not_averaged() -> None:
    runs = {"a": {"n": torch.tensor([1, 2])}, "b": {"n": torch.tensor([3, 4])}}
    assert mean(runs, {"a": 0.5, "b": 0.5})["n"].tolist() == [1, 2]


def test_runs_on_other_corpora_are_refused() -> None:
    with pytest.raises(ValueError, match="other parameters"):
        mean({"a": {"w": torch.ones(1)}, "b": {"v": torch.ones(1)}}, {"a": 1.0, "b": 1.0})
