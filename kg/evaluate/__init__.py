"""How good extraction is: extracted facts against articles that a careful reader annotated.

`evaluate_inputs` goes the whole way from files to a report; `load_gold` and `evaluate` are its steps.
Nothing here writes to a file or the terminal.
"""

from __future__ import annotations

from kg.evaluate.compare import KINDS
from kg.evaluate.findings import Finding, findings
from kg.evaluate.gold import GoldArticle, GoldFact, load_gold
from kg.evaluate.inputs import evaluate_inputs
from kg.evaluate.page import to_html
from kg.evaluate.records import to_json
from kg.evaluate.report import render
from kg.evaluate.rows import Found
from kg.evaluate.scoring import Hit, Missed, Report, Score, Tally, Wrong, by_rule, by_status, evaluate

__all__ = [
    "KINDS",
    "Finding",
    "Found",
    "GoldArticle",
    "GoldFact",
    "Hit",
    "Missed",
    "Report",
    "Score",
    "Tally",
    "Wrong",
    "by_rule",
    "by_status",
    "evaluate",
    "evaluate_inputs",
    "findings",
    "load_gold",
    "render",
    "to_html",
    "to_json",
]
