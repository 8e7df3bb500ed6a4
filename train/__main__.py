"""`python -m train CORPORA --output FOLDER`: trains the reader and writes the files that `src/tumen/model/weights` holds.

Every head learns from all corpora at once. Halfway the network marks the attributions inside the contents of PolNeAR, by reading
each content as a text of its own, and learns from those too. Prints steps, loss, wordpieces a second and time left, and after each
epoch scores on PolNeAR dev; the weights after each epoch stay in `--output`.
"""

import argparse
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import torch
from torch import nn

from train.corpora import SCALES, read_training
from train.examples import Example
from train.export import export
from train.inner import with_inner
from train.losses import loss_of, targets_of
from train.network import Network
from train.scan import Scanner, open_tokenizer
from train.ud import scripts
from train.windows import Labels, Marked, Window, batch_of, mark, roughened
from tumen.claim.tagged import find_tagged
from tumen.measure import read_polnear, score_attributions
from tumen.measure.attribution import Article, Attribution
from tumen.model import to_pieces
from tumen.model.pieces import WINDOW
from tumen.passage import find_starts
from tumen.records import Span

LEARNING_RATE, HEADS_RATE, WARMUP, DECAY = 2e-4, 5e-4, 0.08, 0.01
TOGETHER = 480  # windows among which those of like length share a batch
KEEP = 0.99  # of the running average of the weights, every fifth step
TIMES = {
    "genre": 2.0,
    "meantime": 2.0,
    "uds": 0.5,
}  # how often a text of a corpus is seen in an epoch, where that is not once
SCRIPTS_SEEN = 3  # times a lemma script must be seen to be a label


def main() -> None:
    asked = arguments()
    torch.manual_seed(asked.seed)
    random.seed(asked.seed)
    torch.set_num_threads(asked.threads)
    asked.output.mkdir(parents=True, exist_ok=True)
    corpora = read_training(asked.corpora)
    if asked.texts:
        corpora = {name: examples[: asked.texts] for name, examples in corpora.items()}
    dev_folder = asked.corpora / "polnear" / "dev"
    dev = list(read_polnear(dev_folder))[: asked.texts] if dev_folder.exists() else []
    network, labels = make_network(corpora)
    run = Run(network, labels, dev, asked)
    run.train(corpora)
    export(network, asked.output / "weights")
    print(f"{asked.output / 'weights'}: {(time.monotonic() - run.begun) / 60:.0f} minutes in all", flush=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", type=int, help="only so many of each corpus, to try things out")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args()


def make_network(corpora: Mapping[str, Sequence[Example]]) -> tuple[Network, Labels]:
    """A network that knows nothing of its heads yet, with the labels that the corpora have."""
    labels = labels_of(corpora)
    words = {head: list(labels[head]) for head in ("upos", "lemma", "relation", "relation_head")}
    return Network(words, {"mention": list(labels["mention"]), "factuality": SCALES}), labels


def labels_of(corpora: Mapping[str, Sequence[Example]]) -> Labels:
    """The labels of the heads of words, numbered: those that the training texts have."""
    seen: dict[str, dict[str, int]] = {head: {} for head in ("upos", "lemma", "relation", "mention")}
    for example in (example for examples in corpora.values() for example in examples):
        kinds = [mention.kind for mention in example.mentions or ()]
        for head, marked in (
            ("upos", example.upos),
            ("lemma", [script for script in scripts(example) or () if script]),
            ("relation", example.relations),
            ("mention", kinds),
        ):
            for label in marked or ():
                seen[head][label] = seen[head].get(label, 0) + 1
    often = {
        head: sorted(label for label, n in counts.items() if head != "lemma" or n >= SCRIPTS_SEEN)
        for head, counts in seen.items()
    }
    names = {**often, "mention": ["none", *often["mention"]], "relation_head": often["relation"]}
    return {head: {label: number for number, label in enumerate(all_labels)} for head, all_labels in names.items()}


class Run:
    """One network while it is trained, and the running average of its weights, which is what is kept."""

    def __init__(
        self, network: Network, labels: Labels, dev: Sequence[tuple[str, list[Attribution]]], asked: argparse.Namespace
    ) -> None:
        self.network, self.labels, self.dev, self.asked = network, labels, dev, asked
        self.begun = time.monotonic()
        self.tokenizer = open_tokenizer()

    def train(self, corpora: Mapping[str, Sequence[Example]]) -> None:
        """Trains on all of `corpora`. In the end the network has the averaged weights."""
        marked = {name: [self.mark(example) for example in examples] for name, examples in corpora.items()}
        network, epochs, average = self.network, self.asked.epochs, [p.detach().clone() for p in self.network.parameters()]
        encoder = list(network.encoder.parameters())
        heads = [parameter for parameter in network.parameters() if all(parameter is not one for one in encoder)]
        groups = [{"params": encoder, "lr": LEARNING_RATE}, {"params": heads, "lr": HEADS_RATE}]
        optimizer = torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)
        windows_once = list(epoch_of(marked))
        batches = len(batches_of(windows_once, self.asked.batch))
        usual = {head: count / batches for head, count in targets_of(windows_once).items()}
        steps = epochs * batches
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, steps))
        begun, done, seen = time.monotonic(), 0, 0
        for epoch in range(1, epochs + 1):
            for windows in batches_of(list(epoch_of(marked)), self.asked.batch):
                batch = batch_of([roughened(window) for window in windows], is_hiding=True)
                with torch.autocast("cpu", torch.bfloat16, enabled=self.asked.bf16):
                    out = network(batch.ids, batch.shapes, batch.mask)
                loss, parts = loss_of(network, out, batch, usual)
                optimizer.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(network.parameters(), 1.0)
                optimizer.step()
                schedule.step()
                done, seen = done + 1, seen + batch.pieces
                if done % 5 == 0:
                    keep = min(KEEP, done / (done + 50))
                    torch._foreach_lerp_(average, [p.detach() for p in network.parameters()], 1 - keep)
                if done % 50 == 0:
                    spent = time.monotonic() - begun
                    left = spent / done * max(steps - done, 0) / 60
                    each = "  ".join(f"{head} {value:.2f}" for head, value in parts.items())
                    print(f"step {done}/{steps}  {seen / spent:,.0f} pieces/s  {left:.0f} min left  {each}", flush=True)
            with swapped(network, average):
                print(f"epoch {epoch}: {self.measure()}", flush=True)
                torch.save(network.state_dict(), self.asked.output / f"epoch-{epoch}.pt")
                if epoch == epochs // 2 and "polnear" in corpora:
                    deeper = with_inner(corpora["polnear"], Scanner(network))
                    marked["polnear"] = [self.mark(example) for example in deeper]
        _put(network, average)

    def mark(self, example: Example) -> Marked:
        starts = find_starts(example.text)
        pieces = to_pieces(self.tokenizer, example.text, Span(0, len(example.text)), starts.passages)
        return mark(example, pieces, self.labels, SCALES, starts.sentences)

    def measure(self) -> str:
        """F1 of outermost attributions on PolNeAR dev, in per cent; the measures are those of docs/measures.md."""
        if not self.dev:
            return "nothing to measure on"
        scanner, read = Scanner(self.network), []
        for text, gold in self.dev:
            tagged = find_tagged(scanner.scan(text))
            found = [Attribution(tuple(one.source), (one.cue,), tuple(one.content)) for one in tagged]
            read.append(Article(text, gold, found))
        scores = score_attributions(read)
        exact = "/".join(f"{tally.f1:.1%}" for tally in scores.exact.values())
        content = scores.tokens["content"].f1
        return f"relaxed {scores.relaxed.f1:.1%}  strict {scores.strict.f1:.1%}  exact {exact}  content tokens {content:.1%}"


def epoch_of(marked: Mapping[str, Sequence[Marked]]) -> Iterator[Window]:
    """The windows of an epoch, cut anew."""
    for name, examples in marked.items():
        times = TIMES.get(name, 1.0)
        for example in examples:
            for _ in range(int(times) + (random.random() < times % 1)):
                yield from example.windows()


def batches_of(windows: list[Window], size: int) -> list[list[Window]]:
    """All of `windows`, shuffled; those in a batch are of like length, and no more than `size` windows of full length."""
    random.shuffle(windows)
    batches: list[list[Window]] = []
    for first in range(0, len(windows), TOGETHER):
        batch: list[Window] = []
        for window in sorted(windows[first : first + TOGETHER], key=lambda window: -len(window.ids)):
            if batch and (len(batch) + 1) * len(batch[0].ids) > size * WINDOW:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    random.shuffle(batches)
    return batches


def rate(step: int, steps: int) -> float:
    """Share of the learning rate: up over the warm-up, then straight down to 0."""
    warm = max(WARMUP * steps, 1)
    return min(step / warm, max(steps - step, 0) / max(steps - warm, 1))


@contextmanager
def swapped(network: Network, average: Sequence[torch.Tensor]) -> Iterator[None]:
    """The network with the averaged weights, for as long as it lasts."""
    own = [parameter.detach().clone() for parameter in network.parameters()]
    _put(network, average)
    network.eval()
    yield
    network.train()
    _put(network, own)


@torch.no_grad()
def _put(network: Network, weights: Sequence[torch.Tensor]) -> None:
    for parameter, weight in zip(network.parameters(), weights, strict=True):
        parameter.copy_(weight)


if __name__ == "__main__":
    main()
