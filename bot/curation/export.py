"""Knowledge for other tools: schema.org JSON-LD, W3C Web Annotations, JSON Lines. I-JSON (RFC 7493) throughout."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from bot.knowledge import Article, Entry, Knowledge, Passage, sha256


def jsonld(library: Sequence[Knowledge]) -> str:
    """Return NewsArticle and FAQPage of each article (schema.org), as one JSON-LD graph.

    An unanswered entry is a Question without an accepted answer; its note is a comment on it.
    """
    graph = [node for knowledge in library for node in (_news_article(knowledge.article), _faq_page(knowledge))]
    return _json({"@context": "https://schema.org", "@graph": graph})


def _news_article(article: Article) -> dict[str, Any]:
    node = {
        "@type": "NewsArticle",
        "@id": _iri(article),
        "headline": article.title or article.name,
        "inLanguage": article.language,
        "dateline": article.dateline,
        "url": article.url,
        "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else "",
        "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": _hash(article)},
    }
    return {name: value for name, value in node.items() if value}


def _faq_page(knowledge: Knowledge) -> dict[str, Any]:
    article = knowledge.article
    questions = [_question(article, entry) for entry in knowledge.entries]
    about = {"@id": _iri(article)}
    return {
        "@type": "FAQPage",
        "@id": f"{_iri(article)}#faq",
        "inLanguage": article.language,
        "about": about,
        "mainEntity": questions,
    }


def _question(article: Article, entry: Entry) -> dict[str, Any]:
    question: dict[str, Any] = {"@type": "Question", "@id": f"{_iri(article)}#{entry.id}", "name": entry.question}
    if entry.phrasings:
        question["alternateName"] = list(entry.phrasings)
    reply: dict[str, Any] = {"@type": "Answer" if entry.answered else "Comment", "text": entry.answer or entry.note}
    if entry.passages:
        source = {"@id": _iri(article)}
        reply["citation"] = [{"@type": "Quotation", "text": passage.quote, "isPartOf": source} for passage in entry.passages]
    return {**question, "answerCount": int(entry.answered), "acceptedAnswer" if entry.answered else "comment": reply}


def annotations(library: Sequence[Knowledge]) -> str:
    """Return one annotation a passage (W3C Web Annotation Data Model), as a collection with its one page.

    The question is a body with the purpose "questioning", the answer or note one with the purpose "describing"; the
    passage is selected by its text and by its position in code points, as the model asks.
    """
    items = [
        _annotation(knowledge.article, entry, place, passage)
        for knowledge in library
        for entry in knowledge.entries
        for place, passage in enumerate(entry.passages, start=1)
    ]
    name = f"urn:onrecord:{sha256(' '.join(_hash(knowledge.article) for knowledge in library).encode())}"
    page = {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    context = "http://www.w3.org/ns/anno.jsonld"
    return _json({"@context": context, "id": name, "type": "AnnotationCollection", "total": len(items), "first": page})


def _annotation(article: Article, entry: Entry, place: int, passage: Passage) -> dict[str, Any]:
    selectors = [
        {"type": "TextQuoteSelector", "exact": passage.quote, "prefix": passage.prefix, "suffix": passage.suffix},
        {"type": "TextPositionSelector", "start": passage.start, "end": passage.end},
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:onrecord:{_hash(article)}:{entry.id}:{place}",
        "type": "Annotation",
        "motivation": ["questioning", "describing"],
        "body": [
            _body(article, entry.question, "questioning"),
            _body(article, entry.answer or entry.note, "describing"),
        ],
        "target": {"type": "SpecificResource", "source": _iri(article), "selector": selectors},
    }


def _body(article: Article, text: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "language": article.language, "purpose": purpose}


def jsonl(library: Sequence[Knowledge]) -> str:
    """Return one JSON object a line and entry, with the same keys on every line."""
    return "".join(_line(knowledge.article, entry) for knowledge in library for entry in knowledge.entries)


def _line(article: Article, entry: Entry) -> str:
    row = {
        "article": article.name,
        "id": entry.id,
        "topic": entry.topic,
        "question": entry.question,
        "phrasings": list(entry.phrasings),
        "answered": entry.answered,
        "answer": entry.answer or None,
        "note": entry.note or None,
        "passages": [{"quote": p.quote, "start": p.start, "end": p.end, "paragraph": p.paragraph} for p in entry.passages],
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


FORMATS: dict[str, Callable[[Sequence[Knowledge]], str]] = {"jsonld": jsonld, "annotations": annotations, "jsonl": jsonl}
"""What knowledge can be written as, by the name of the format."""


def _iri(article: Article) -> str:
    """Return the name of an article: its address, else one made from its hash."""
    return article.url or f"urn:onrecord:{_hash(article)}"


def _hash(article: Article) -> str:
    return sha256(article.text.encode("utf-8"))


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
