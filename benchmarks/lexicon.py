"""How well English is composed for compounds that the dictionary does not have, and what the dictionary file costs.

    python benchmarks/lexicon.py [--compounds 1500] [--names 1000] [--seed 7] [--failures 40]

A dictionary file is built from the installed jamdict-data without some compounds (words of JMdict that are made of two
or more of the analyser's shortest pieces) and without some katakana names, so that nothing can be learned from them.
Then English is composed for the compounds, and the names are spelt in Latin letters. An answer counts as right when it
equals a gloss but for case, hyphens, articles, a plural -s and British spelling.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import shutil
import sqlite3
import statistics
import tempfile
import time
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

from rnk_gloss.extract.analysis import words_of
from rnk_gloss.extract.english import Translator
from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.lexicon.build import build_lexicon
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.lexicon.glosses import wordings
from rnk_gloss.lexicon.source import DictionarySource, installed_source
from rnk_gloss.text.tokens import tokens

COMPOUND = re.compile(r"[一-龥々ァ-ヶー]{4,10}")
KATAKANA_NAME = re.compile(r"[ァ-ヺー]{3,12}")
MOST_WORDS_OF_GLOSS = 5
ARTICLES = frozenset({"the", "a", "an"})
BRITISH = {"our": "or", "isation": "ization", "ise": "ize", "defence": "defense", "centre": "center", "mme": "m"}

# Accepted English by Japanese form.
Answers = dict[str, set[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compounds", type=int, default=1500)
    parser.add_argument("--names", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--failures", type=int, default=0, help="show so many compounds without a right first answer")
    options = parser.parse_args()
    installed = installed_source()
    if installed is None:
        parser.error("the package jamdict-data is not installed")
    chance = random.Random(options.seed)
    with DictionarySource(installed) as source, tempfile.TemporaryDirectory() as folder:
        compounds, names = (
            chosen_compounds(source, options.compounds, chance),
            chosen_names(source, options.names, chance),
        )
        reduced, path = Path(folder) / "jamdict.db", Path(folder) / "lexicon.sqlite"
        shutil.copyfile(installed, reduced)
        leave_out(source, frozenset({*compounds, *names}), reduced)
        measure_build(reduced, path)
        with Lexicon.open(path) as lexicon:
            measure_composition(lexicon, compounds, options.failures)
            measure_romanisation(lexicon, names)
        measure_look_ups(path, compounds)


def chosen_compounds(source: DictionarySource, count: int, chance: random.Random) -> Answers:
    glosses: Answers = {}
    for word in source.words():
        form = next((form.form for form in word.forms if form.primary), "")
        is_noun = any("noun" in part for sense in word.senses for part in sense.parts_of_speech)
        accepted = {
            comparable(wording.text)
            for sense in word.senses
            for gloss in sense.glosses
            for wording in wordings(gloss)
            if len(wording.text.split()) <= MOST_WORDS_OF_GLOSS
        }
        if is_noun and accepted and COMPOUND.fullmatch(form):
            glosses.setdefault(form, set()).update(accepted)
    forms = sorted(glosses)
    chance.shuffle(forms)
    compounds: Answers = {}
    for form in forms:
        if len(compounds) == count:
            break
        if len(tokens(form, "A")) > 1:
            compounds[form] = glosses[form]
    return compounds


def chosen_names(source: DictionarySource, count: int, chance: random.Random) -> Answers:
    spellings: Answers = {}
    for name in source.names():
        for entry in name.entries:
            if KATAKANA_NAME.fullmatch(entry.form):
                found = {text for text in map(comparable, entry.translations) if text.isalpha()}
                if found:
                    spellings.setdefault(entry.form, set()).update(found)
    return {form: spellings[form] for form in chance.sample(sorted(spellings), count)}


def comparable(english: str) -> str:
    decomposed = unicodedata.normalize("NFKD", english).casefold()
    words = re.findall(r"[a-z0-9]+", "".join(mark for mark in decomposed if not unicodedata.combining(mark)))
    return " ".join(_american_singular(word) for word in words if word not in ARTICLES)


def _american_singular(word: str) -> str:
    for british, american in BRITISH.items():
        word = re.sub(f"{british}(?=s?$)", american, word) if len(word) > 4 else word
    return word.removesuffix("s") if len(word) > 3 and not word.endswith(("ss", "us", "is")) else word


def leave_out(source: DictionarySource, forms: frozenset[str], reduced: Path) -> None:
    """Takes every entry that has one of the forms out of the copy `reduced`; a name of several parts goes with any."""
    words = [word.number for word in source.words() if not forms.isdisjoint(form.form for form in word.forms)]
    names = [
        name.number
        for name in source.names()
        if any(not forms.isdisjoint((entry.form, *entry.form.split("・"))) for entry in name.entries)
    ]
    with closing(sqlite3.connect(reduced)) as connection:
        for table, numbers in (("Sense", words), ("NETranslation", names)):
            connection.executemany(f"DELETE FROM {table} WHERE idseq = ?", ((number,) for number in numbers))
        connection.commit()


def measure_build(source: Path, path: Path) -> None:
    began, cpu_began, children_began = time.perf_counter(), time.process_time(), children_seconds()
    phases: dict[str, float] = {}

    def note(step: str, _: float) -> None:
        phases.setdefault(step, time.process_time() - cpu_began)

    build_lexicon(path, sources=[source], progress=note)
    wall, cpu, children = time.perf_counter() - began, time.process_time() - cpu_began, children_seconds()
    peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        f"build        {wall:.1f} s, {cpu:.1f} s CPU and {children - children_began:.1f} s of the processes beside it,"
        f" peak {peaks[0]:.0f} and {peaks[1]:.0f} MB, file {path.stat().st_size / 1e6:.1f} MB"
    )
    ends = [*list(phases.values())[1:], cpu]
    for (step, start), end in zip(phases.items(), ends, strict=True):
        print(f"             {end - start:5.1f} s CPU {step}")


def children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure_composition(lexicon: Lexicon, compounds: Answers, failures: int) -> None:
    knowledge = Knowledge(lexicon)
    translator = Translator(knowledge)
    words_of("準備", knowledge)  # loads the analyser, which is not measured
    began = time.process_time()
    answers = {
        form: [target.text for target in translator.targets(tuple(words_of(form, knowledge)), (form,), "term")]
        for form in compounds
    }
    seconds = time.process_time() - began
    score("compounds", compounds, answers, seconds)
    wrong = [form for form, found in answers.items() if not {comparable(text) for text in found[:1]} & compounds[form]]
    for form in wrong[:failures]:
        print(f"             {form}: {' / '.join(answers[form][:3])} — {' / '.join(sorted(compounds[form])[:3])}")


def measure_romanisation(lexicon: Lexicon, names: Answers) -> None:
    began = time.process_time()
    answers = {form: [text for text, _ in lexicon.romanisations(form)] for form in names}
    score("names", names, answers, time.process_time() - began)


def score(title: str, accepted: Answers, answers: dict[str, list[str]], seconds: float) -> None:
    ranked = [[comparable(text) in accepted[form] for text in found] for form, found in answers.items()]
    first, five = (sum(any(each[:limit]) for each in ranked) / max(1, len(ranked)) for limit in (1, 5))
    some = sum(map(bool, ranked)) / max(1, len(ranked))
    each = 1000 * seconds / max(1, len(ranked))
    print(
        f"{title:12} {len(ranked)}: answered {some:.3f}, rank 1 {first:.3f}, top 5 {five:.3f}, {each:.2f} ms CPU each"
    )


def measure_look_ups(path: Path, compounds: Answers) -> None:
    units = sorted({token.surface for form in compounds for token in tokens(form, "A")})
    with Lexicon.open(path) as warm, Lexicon.open(path) as lexicon:
        words = sorted({word for unit in units for word, _ in heads(warm)(unit)[1]})
        pairs = list(pairwise(words))
        for title, look_up, asked in (
            ("compound_words", heads(lexicon), units),
            ("neighbours", lambda pair: lexicon.neighbours(*pair), pairs),
            ("frequency", lexicon.frequency, words),
        ):
            print(f"{title:14} {1e6 * median_seconds(look_up, asked):.1f} µs uncached (median of {len(asked)})")


def heads(lexicon: Lexicon) -> Callable[[str], tuple[float, tuple[tuple[str, float], ...]]]:
    return lambda unit: lexicon.compound_words(unit, head=True)


def median_seconds(look_up: Callable[[Any], object], asked: Sequence[Any]) -> float:
    times = []
    for each in asked:
        began = time.perf_counter()
        look_up(each)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()
