"""Score answers against question sets whose answers are known."""

from knowledge.evaluation.question_set import EvidenceQuote, Question, QuestionSetError, read
from knowledge.evaluation.report import Measure, Miss, Proportion, Report, Scores
from knowledge.evaluation.scoring import Examinee, score

__all__ = [
    "EvidenceQuote",
    "Examinee",
    "Measure",
    "Miss",
    "Proportion",
    "Question",
    "QuestionSetError",
    "Report",
    "Scores",
    "read",
    "score",
]
