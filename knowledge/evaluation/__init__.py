"""Score answers against question sets whose answers are known."""

from knowledge.evaluation.calibration import Bin, Calibration
from knowledge.evaluation.comparison import Fall, falls, newly_missed
from knowledge.evaluation.floors import Broken, Floors, find_broken, read_floors
from knowledge.evaluation.question_set import EvidenceQuote, Question, QuestionSetError, read
from knowledge.evaluation.report import Measure, Miss, Proportion, Report, Scores
from knowledge.evaluation.scoring import Examinee, score

__all__ = [
    "Bin",
    "Broken",
    "Calibration",
    "EvidenceQuote",
    "Examinee",
    "Fall",
    "Floors",
    "Measure",
    "Miss",
    "Proportion",
    "Question",
    "QuestionSetError",
    "Report",
    "Scores",
    "falls",
    "find_broken",
    "newly_missed",
    "read",
    "read_floors",
    "score",
]
