"""How well and how fast sentences are aligned.

    python benchmarks/align.py gold.jsonl [more.jsonl ...] [--omissions some] [--no-dictionary] [--join]
    python benchmarks/align.py --synthetic 10000

A gold file has one JSON document a line: `ja` and `en` (lists of sentences) and `beads` (pairs of lists of indices).
`--join` takes all documents of a file as one text. The scores are those of vecalign (Thompson and Koehn 2019): strict
precision counts all beads found, strict recall the gold beads that are no omissions.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rnk_gloss.align.alignment import Omissions, align_sentences
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.location import open_lexicon

Document = dict[str, Any]
Beads = set[tuple[tuple[int, ...], tuple[int, ...]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--omissions", choices=list(Omissions), default=Omissions.SOME, type=Omissions)
    parser.add_argument("--no-dictionary", action="store_true")
    parser.add_argument("--join", action="store_true")
    parser.add_argument("--synthetic", type=int, default=0, metavar="SENTENCES")
    options = parser.parse_args()
    with Lexicon.none() if options.no_dictionary else open_lexicon() as lexicon:
        align_sentences(["準備。"], ["Ready."], lexicon=lexicon)  # loads the analyser and numpy, which is not measured
        for path in options.gold:
            documents = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
            measure(path.stem, joined(documents) if options.join else documents, lexicon, options.omissions)
        if options.synthetic:
            measure("synthetic", [synthetic(options.synthetic)], lexicon, options.omissions)


def measure(name: str, documents: list[Document], lexicon: Lexicon, omissions: Omissions) -> None:
    began = time.process_time()
    found = [align_sentences(each["ja"], each["en"], lexicon=lexicon, omissions=omissions) for each in documents]
    seconds = time.process_time() - began
    pairs = [
        (
            as_beads(each["beads"]),
            as_beads((bead.source_indices, bead.target_indices) for bead in beads),
        )
        for each, beads in zip(documents, found, strict=True)
    ]
    several = [({bead for bead in side if is_several(bead)} for side in pair) for pair in pairs]
    sentences = sum(len(each["ja"]) for each in documents)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:24} strict F1 {strict_f1(pairs):5.1f}   beads not 1-1 {strict_f1(several):5.1f}   "
        f"{sentences:6} ja sentences   {1000 * seconds / max(1, sentences):5.2f} CPU s per 1,000   peak {memory:.0f} MB"
    )


def as_beads(beads: Iterable[Any]) -> Beads:
    return {(tuple(source), tuple(target)) for source, target in beads}


def is_several(bead: tuple[tuple[int, ...], tuple[int, ...]]) -> bool:
    return bool(bead[0] and bead[1]) and (len(bead[0]), len(bead[1])) != (1, 1)


def strict_f1(pairs: Iterable[Iterable[Beads]]) -> float:
    right = right_two_sided = found_beads = gold_beads = 0
    for gold, found in pairs:
        right += len(gold & found)
        found_beads += len(found)
        two_sided = {bead for bead in gold if bead[0] and bead[1]}
        right_two_sided += len(two_sided & found)
        gold_beads += len(two_sided)
    precision, recall = right / max(1, found_beads), right_two_sided / max(1, gold_beads)
    return 200 * precision * recall / (precision + recall) if precision + recall else 0.0


def joined(documents: list[Document]) -> list[Document]:
    whole: Document = {"ja": [], "en": [], "beads": []}
    for each in documents:
        source, target = len(whole["ja"]), len(whole["en"])
        whole["beads"] += [([s + source for s in bead[0]], [t + target for t in bead[1]]) for bead in each["beads"]]
        whole["ja"] += each["ja"]
        whole["en"] += each["en"]
    return [whole]


SUBJECTS = {
    "政府": "The government",
    "委員会": "The committee",
    "専門家": "Experts",
    "議会": "Parliament",
    "首相": "The prime minister",
}
OBJECTS = {
    "条約": "the treaty",
    "制裁": "the sanctions",
    "予算": "the budget",
    "報告書": "the report",
    "同盟": "the alliance",
}
VERBS = {"を支持した": "supported", "を批判した": "criticised", "を延期した": "postponed", "を検討した": "examined"}
PLACES = {"東京": "Tokyo", "パリ": "Paris", "ロンドン": "London", "ソウル": "Seoul", "ベルリン": "Berlin"}


def synthetic(sentences: int) -> Document:
    """A text of made-up news in which one sentence in twenty was left out, and one in twenty split in two."""
    chance = random.Random(20)
    document: Document = {"ja": [], "en": [], "beads": []}
    while len(document["ja"]) < sentences:
        (subject, subject_en), (topic, topic_en), (verb, verb_en), (place, place_en) = (
            chance.choice(list(words.items())) for words in (SUBJECTS, OBJECTS, VERBS, PLACES)
        )
        amount = chance.randrange(3, 5000)
        document["ja"].append(f"{subject}は{place}で{topic}{verb}が、費用は{amount}万円に上った。")
        first, second = f"{subject_en} {verb_en} {topic_en} in {place_en}", f"costs rose to {amount}0,000 yen."
        way = chance.random()
        if way < 0.05:
            translation = []
        elif way < 0.1:
            translation = [f"{first}.", second.capitalize()]
        else:
            translation = [f"{first}, but {second}"]
        start = len(document["en"])
        document["beads"].append(([len(document["ja"]) - 1], list(range(start, start + len(translation)))))
        document["en"] += translation
    return document


if __name__ == "__main__":
    main()
