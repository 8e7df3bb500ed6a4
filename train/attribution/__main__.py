"""`python -m train.attribution POLNEAR --output FOLDER`: trains on `POLNEAR/train`, measures on `POLNEAR/dev` after each epoch.

Prints steps, loss, wordpieces a second and time left; the last weights are `FOLDER/attribution.pt`. The same seed gives the same
weights on the same machine and number of threads.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from train.attribution.decode import Scored, decode
from train.attribution.network import MODEL, Tagger
from train.attribution.windows import NOT_SCORED, Pieces, Window, cut, to_pieces, windows
from tumen.measure import read_polnear, score_attributions
from tumen.measure.attribution import Article

LEARNING_RATE, WARMUP, MASKED = 2e-4, 0.08, 0.05
CLS, SEP, PAD, MASK = 101, 102, 0, 103  # of the BERT vocabulary


def main() -> None:
    asked = arguments()
    torch.manual_seed(asked.seed)
    random.seed(asked.seed)
    torch.set_num_threads(asked.threads)
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    train = [(to_pieces(tokenizer, text), gold) for text, gold in read_polnear(asked.polnear / "train")][: asked.articles]
    dev = list(read_polnear(asked.polnear / "dev"))[: asked.articles]
    examples = [window for pieces, gold in train for window in windows(pieces, gold)]
    network = Tagger()
    steps = asked.epochs * -(-len(examples) // asked.batch)
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: rate(step, steps))
    print(f"{len(train)} articles, {len(examples)} windows, {steps} steps", flush=True)
    begun, done, seen = time.monotonic(), 0, 0
    for epoch in range(1, asked.epochs + 1):
        for batch in batches(examples, asked.batch):
            loss = loss_of(network, batch, asked.bf16)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done, seen = done + 1, seen + sum(len(window.ids) for window in batch)
            if done % 50 == 0:
                spent = time.monotonic() - begun
                left = spent / done * (steps - done)
                print(
                    f"step {done}/{steps}  loss {loss.item():.3f}  {seen / spent:,.0f} pieces/s  {left / 60:.0f} min left",
                    flush=True,
                )
        print(f"epoch {epoch}: {measure(network, tokenizer, dev)}", flush=True)
    asked.output.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), asked.output / "attribution.pt")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("polnear", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, help="only so many of each part, to try things out")
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    return parser.parse_args()


def rate(step: int, steps: int) -> float:
    """Share of the learning rate: up over the warm-up, then straight down to 0."""
    warm = max(WARMUP * steps, 1)
    return min(step / warm, max(steps - step, 0) / max(steps - warm, 1))


def batches(examples: Sequence[Window], size: int) -> Iterator[list[Window]]:
    """All windows once, in a new order."""
    order = random.sample(range(len(examples)), len(examples))
    for start in range(0, len(order), size):
        yield [examples[number] for number in order[start : start + size]]


def padded(rows: Sequence[np.ndarray], fill: int, *, edge: int) -> Tensor:  # type: ignore[type-arg]
    """[batch, longest + 2]: each row between two `edge`s, then `fill`."""
    out = np.full((len(rows), max(map(len, rows)) + 2), fill, np.int64)
    for number, row in enumerate(rows):
        out[number, 0] = out[number, len(row) + 1] = edge
        out[number, 1 : len(row) + 1] = row
    return torch.from_numpy(out)


def inputs(rows: Sequence[np.ndarray]) -> tuple[Tensor, Tensor]:  # type: ignore[type-arg]
    """Ids between their marks, and the mask."""
    ids = padded(rows, PAD, edge=CLS)
    for number, row in enumerate(rows):
        ids[number, len(row) + 1] = SEP
    return ids, (ids != PAD).long()


def loss_of(network: Tagger, batch: Sequence[Window], bf16: bool) -> Tensor:
    """Cross-entropy of labels, and of links over the cue pieces of the window."""
    ids, mask = inputs([window.ids for window in batch])
    labels = padded([window.labels for window in batch], NOT_SCORED, edge=NOT_SCORED)
    links = padded(
        [np.where(window.links >= 0, window.links + 1, NOT_SCORED) for window in batch], NOT_SCORED, edge=NOT_SCORED
    )
    noise = (torch.rand(ids.shape) < MASKED) & (labels != NOT_SCORED)
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        label_scores, link_scores = network(ids.masked_fill(noise, MASK), mask)
    is_cue = torch.zeros_like(ids, dtype=torch.bool).scatter_(1, links.clamp(min=0), links >= 0)
    is_cue[:, 0] = False
    link_scores = link_scores.float().masked_fill(~is_cue[:, None, :], -1e4)
    loss = nn.functional.cross_entropy(label_scores.float().flatten(0, 1), labels.flatten(), ignore_index=NOT_SCORED)
    if (links >= 0).any():
        loss = loss + nn.functional.cross_entropy(link_scores.flatten(0, 1), links.flatten(), ignore_index=NOT_SCORED)
    return loss


@torch.no_grad()
def measure(network: Tagger, tokenizer: Tokenizer, articles: Sequence[tuple[str, list]]) -> str:  # type: ignore[type-arg]
    """F1 of the measures of docs/measures.md, in per cent."""
    network.eval()
    read = []
    for text, gold in articles:
        pieces = to_pieces(tokenizer, text)
        read.append(Article(text, gold, decode(pieces, score(network, pieces))))
    network.train()
    scores = score_attributions(read)
    exact = "/".join(f"{tally.f1:.1%}" for tally in scores.exact.values())
    content = scores.tokens["content"].f1
    return f"relaxed {scores.relaxed.f1:.1%}  strict {scores.strict.f1:.1%}  exact {exact}  content tokens {content:.1%}"


def score(network: Tagger, pieces: Pieces) -> list[Scored]:
    """The scores of every window of a text."""
    scored = []
    for start, end in cut(len(pieces.ids)):
        ids, mask = inputs([pieces.ids[start:end]])
        labels, links = network(ids, mask)
        inner = slice(1, end - start + 1)
        scored.append(Scored(start, end, labels[0, inner].log_softmax(-1).numpy(), links[0, inner, inner].numpy()))
    return scored


if __name__ == "__main__":
    main()
