"""What may be learned as plain values, ready for JSON."""

from typing import Any

from bot.curation.learn.lessons import AsAnswer, AsNote, AsWording, Lesson, Way


def plain_lesson(lesson: Lesson) -> dict[str, Any]:
    """Return a lesson as plain values: its questions, and each way with all that it would write."""
    questions = [{"text": one.text, "count": one.count, "outcomes": list(one.outcomes)} for one in lesson.group.questions]
    return {"count": lesson.group.count, "questions": questions, "ways": [_way(way) for way in lesson.ways]}


def _way(way: Way) -> dict[str, Any]:
    common = {"likelihood": round(way.likelihood, 4), "wordings": list(way.wordings)}
    match way:
        case AsWording():
            against = [{"kind": one.kind, "word": one.word} for one in way.against]
            return {"way": "wording", "entry": way.entry.id, "nearest": way.nearest, "against": against, **common}
        case AsNote():
            return {"way": "note", "question": way.question, "note": way.note, **common}
        case AsAnswer():
            return {"way": "answer", "question": way.question, "answer": way.answer, "passage": way.passage.quote, **common}
