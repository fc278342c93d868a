"""Dates and times of day written in one way, for match keys: 18:30, PM6:30, 午後6時半; 2024/4/1, 7/20まで."""

from __future__ import annotations

import re

from rnk_gloss.text.rewriting import Rewriting

_NOON, _LAST_HOUR = 12, 24
_FEBRUARY = 2
_HOUR = r"(?<![\d:.])\d{1,2}\Z"
# 1/2から may be from a half; 7/20 and 4/1 are days.
_LARGEST_OF_FRACTION = 10
_BEHIND_DATE = (
    "まで|から|以降|以前|より|付|必着|現在|時点|に?(?:締|〆|発売|開催|開始|実施|開店|開業|公開|提出|到着|発送|納品|出荷|入荷|出発|更新)"
    '|"[月火水木金土日](?:曜日?)?"|[~-]\\d{1,2}/\\d'
)
# 3/15に; no fraction has such a part, but for 1/15.
_DAY_BEHIND_MONTHS = r"(?<![\d/.-])(0?[2-9]|1[0-2])/(1[3-9]|2\d|3[01])(?=[にはがもを]|の(?!割|確率)|だ|$|[ 。\0])"
_LAST_DAYS = {str(month): 30 if month in {4, 6, 9, 11} else 31 for month in range(1, 13) if month != _FEBRUARY}
_MONTH, _DAY = "0?[1-9]|1[0-2]", r"0?[1-9]|[12]\d|3[01]"


def _date(match: re.Match[str]) -> str:
    return f"{match[1]}年{int(match[3])}月{int(match[4])}日"


def _day(match: re.Match[str]) -> str:
    month, day = (int(number) for number in match.groups() if number)
    return match.group() if month < day <= _LARGEST_OF_FRACTION else f"{month}月{day}日"


def _time_of_day(match: re.Match[str]) -> str:
    hour = re.search(_HOUR, match.string[max(0, match.start() - 3) : match.start()])
    if not hour or int(hour.group()) > _LAST_HOUR:
        return match.group()
    minutes = int(match[1])
    return f"時{minutes}分" if minutes else "時"


def _half_day(match: re.Match[str], half: str, hour: str, minutes: str | None) -> str:
    if int(hour) > _NOON:
        return match.group()
    written = f"{'午前' if half == 'a' else '午後'}{int(hour) % _NOON}時"
    return written + (f"{int(minutes)}分" if minutes and int(minutes) else "")


def _last_day(match: re.Match[str]) -> str:
    return f"{match[1]}月{_LAST_DAYS[match[1]]}日"


def _afternoon(match: re.Match[str]) -> str:
    hour = int(match[1])
    return f"{hour + _NOON}時" if hour < _NOON else match.group()


_COUNTED = "[a-z%人名回個本枚円点分時間歳件台度倍周発打投位段]"

DATE_SPELLINGS = (
    Rewriting(
        rf"([12]\d{{3}})(?<![\d/.-]....)([/.-])({_MONTH})\2({_DAY})(?![\d/.-])",
        _date,
        needed="12",
    ),
    Rewriting(
        rf"(?<![\d/.-])({_MONTH})/({_DAY})(?={_BEHIND_DATE})"
        rf"|(?:(?<=/\d[~-])|(?<=/\d\d[~-]))({_MONTH})/({_DAY})(?![\d/])",
        _day,
        needed="/",
        present=rf"\d/\d\d?(?:{_BEHIND_DATE})",
    ),
    Rewriting(_DAY_BEHIND_MONTHS, _day, needed="/"),
)
"""Steps for dates in digits with strokes, points or hyphens."""

TIME_SPELLINGS = (
    # Before the minutes: AM8:00 and 8:00AM, am 8時 and 8時 am; PM10 is dust.
    Rewriting(
        r"([ap])(?<![a-z\d].)\.?m ?(\d{1,2})(?::(\d\d)(?!\d)|時(?!間))",
        lambda match: _half_day(match, match[1], match[2], match[3]),
        needed=("am", "pm", "a.m", "p.m"),
        present=r"[ap]\.?m ?\d",
    ),
    Rewriting(
        r"(?<![a-z\d])(\d{1,2})(?::(\d\d)|時)? ?([ap])\.?m(?![a-z])",
        lambda match: _half_day(match, match[3], match[1], match[2]),
        needed=("am", "pm", "a.m", "p.m"),
        present=r"[\d時] ?[ap]\.?m(?![a-z])",
    ),
    Rewriting(r":(?<=\d:)([0-5]\d)(?![\d:]|\.\d)", _time_of_day, needed=(":",)),
    Rewriting(r"半(?:(?<=\d時半)|(?<=\d時間半))", "30分", needed=("時半", "時間半")),
    Rewriting(r"午後(\d{1,2})時(?!間)", _afternoon, needed=("午後",)),
    # As 午後10時 is 22時; what 午前12時 is, people do not agree.
    Rewriting(r"午前(\d|1[01])時(?!間)", r"\1時", needed=("午前",)),
    # 9時から18時まで, 9:00-18:00, and 9時から18時 at the end; までに is another thing, as is 9時から18時に.
    Rewriting(
        r"から(?<=\d[年月日時分]から)((?:午前|午後)?\d{1,4}[年月日時分](?:\d{1,2}[月日時分])*)"
        r"(?:まで(?![にも])|(?=[ \0]|$|の間|だ))",
        lambda match: f"-{match[1]}",
        needed=("から",),
    ),
    Rewriting(r"~(?<=[\d年月日時分]~)(?=[午\d])", "-", needed=("~",)),
    # The last day of February is one of two.
    Rewriting(r"(?<!\d)(1[0-2]|[13-9])月末日", _last_day, needed=("月末日",)),
    # 9秒98 as times of races are written; 3秒5回 are two things.
    Rewriting(rf"(?<![\d.])(\d{{1,2}})秒(\d{{1,2}})(?![\d.]|{_COUNTED})", r"\1.\2秒", needed="秒"),
)
"""Steps for times of day, and for times from one to another."""
