"""The verbs of the command line that change a knowledge file, or help to: add, wordings, update, sentences, write-out.

Like those of `bot.cli.ask` they import what they need when they run.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.shared import CURATED, FILE, KNOWLEDGE_PATH, Verb, as_called, echo_utf8, say

_TOLD = 10  # lines about one change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.curation.edit import Proposal


@click.command(cls=Verb)
@click.argument("question")
@click.option("--answer", default="", help="The approved answer; it needs --passage.")
@click.option("--note", default="", help="In place of --answer: what the article does not say.")
@click.option(
    "--passage",
    "passages",
    multiple=True,
    help="The proof, copied from the article, or the number of a sentence, such as S22; may be given again.",
)
@click.option("--phrasing", "phrasings", multiple=True, help="Another wording of the question; may be given again.")
@click.option("--topic", default="", help="The heading under which the question is listed.")
@click.option("--id", "id_", default="", help="The entry's name; made from the question if left out.")
@click.option(
    "--near", multiple=True, metavar="ID=REASON", help="An entry asked in much the same words, and why both are needed."
)
@click.option("--draft", is_flag=True, help="Add it as a draft, also where its passages do not support the answer.")
@CURATED
def add(question: str, knowledge: Path | None, near: tuple[str, ...], draft: bool, **fields: Any) -> None:
    """Add an entry for QUESTION to a knowledge file, comments and order kept, and check it.

    A --phrasing that another entry has, that would not lead to the new entry, or that would take a question from another one, is
    left out and told. An entry that would take one even so is refused, exit code 1, and shown with those questions; so is an
    answer with a number, a name or a quotation that its passages do not say. Nothing is written then. The bot does not use a
    draft until a person has removed its “draft: true”.

    \b
    onrecord add "What treaty was renewed?" --answer "The treaty of 2001." --passage "The two sides renewed the treaty."
    """
    from bot.curation.edit import Proposal

    if bool(fields["answer"]) == bool(fields["note"]) or (fields["answer"] and not fields["passages"]):
        raise click.UsageError("give --answer with --passage, or --note for what the article does not say")
    pairs = [reason.partition("=") for reason in near]
    if not all(id_ and reason for id_, _, reason in pairs):
        raise click.UsageError("write --near as ID=REASON, such as --near trade-volume='one asks how much, the other when'")
    reasons = tuple((id_, reason) for id_, _, reason in pairs)
    _add(Proposal(question=question, id=fields.pop("id_"), near=reasons, **fields), knowledge, draft)


def _add(proposal: "Proposal", knowledge: Path | None, draft: bool) -> None:
    from rich.console import Console

    from bot.curation import addition_lines
    from bot.curation.edit import save, single_manuscript, try_out
    from bot.settings import cache_folder, environment, knowledge_path, read_settings

    encoder = read_settings(environment()).encoder
    manuscript = single_manuscript(knowledge_path(knowledge))
    with Console(stderr=True).status("trying the entry out") as status:
        cache = cache_folder()
        addition = try_out(manuscript, proposal, cache, lambda step: status.update(f"{step} …"), encoder, draft)
    _say_first(addition_lines(addition))
    if addition.refused:
        mend = "mend the answer or cite what says it; --draft adds it as a draft" if addition.unsupported else "mend the above"
        if addition.taken:
            mend = "reword it, or say with --near why both are needed"
        say(f"{addition.id} was not added: {mend}", error=True)
        sys.exit(1)
    save(manuscript, addition.text)
    say(f"{manuscript.path}: {addition.id} was added{' as a draft' if draft else ''}")


def _say_first(lines: "Iterable[str]") -> None:
    """Say the first lines, and how many more there are."""
    told = list(lines)
    for line in told[:_TOLD]:
        say(line)
    if len(told) > _TOLD:
        say(as_called(f"and {len(told) - _TOLD} more: onrecord check "))


@click.command(cls=Verb)
@click.argument("file", type=FILE)
@CURATED
@click.option("--dry-run", is_flag=True, help="Only tell; write nothing.")
def wordings(file: Path, knowledge: Path | None, dry_run: bool) -> None:
    """Add the wordings in the text file FILE to the entries of a knowledge file.

    \b
    # a comment
    treaty-renewed:
    which pact was extended
    what did the two sides renew
    meeting-date: on what day did they talk
    yes meeting-online: was it a video call
    synonym treaty: pact, accord

    An entry's question may stand in place of its id. A file with a fault, such as an entry that is not there, is refused whole:
    every fault is told with its line, exit code 2. A wording that its entry has already is passed over. One that another entry
    has or is the reply to, that would not lead to its entry, or that would take a question from another one, is left out and
    told, exit code 1; the rest is added.
    """
    from rich.console import Console

    from bot.curation import wordings_lines
    from bot.curation.edit import read_wordings, save, single_manuscript, try_lines
    from bot.files import read_text
    from bot.settings import cache_folder, environment, knowledge_path, read_settings

    encoder = read_settings(environment()).encoder
    manuscript = single_manuscript(knowledge_path(knowledge))
    read = read_wordings(file, read_text(file)[0], manuscript)
    with Console(stderr=True).status("trying the wordings out") as status:
        tried = try_lines(manuscript, read.lines, cache_folder(), lambda step: status.update(f"{step} …"), encoder)
    left_out = sorted((*read.known, *tried.left_out), key=lambda one: one.line.number)
    _say_first(wordings_lines(left_out, tried.taken))
    if not dry_run and tried.added:
        save(manuscript, tried.after.text)
    verb = "would be added" if dry_run else "were added"
    say(f"{manuscript.path}: {len(tried.added)} of {len(read.lines) + len(read.known)} lines {verb}")
    if not all(one.harmless for one in left_out):
        sys.exit(1)


@click.command(cls=Verb)
@click.argument("article", type=FILE)
@CURATED
@click.option("--dry-run", is_flag=True, help="Only tell; write nothing.")
def update(article: Path, knowledge: Path | None, dry_run: bool) -> None:
    """Take over a new revision of an article: ARTICLE is the pinned file, changed, or another file with the new text.

    Tells for each entry whether its passages stand, moved, changed or vanished; pins the new text and takes over what
    only moved. What changed or vanished stays as it is, and the file is refused until a person has mended it: then the
    exit code is 1.
    """
    from bot.curation import fault_line, standing_lines
    from bot.curation.edit import work_out
    from bot.settings import cache_folder, knowledge_path

    found = work_out(article, knowledge, knowledge_path(), cache_folder())
    if found is None:
        say(f"{article}: this is the text that is pinned; there is nothing to take over")
        return
    say("\n".join(standing_lines(found.standings)))
    if dry_run:
        say("Nothing was written.")
        sys.exit(1 if found.open else 0)
    found.write()
    faults = found.faults()
    for fault in faults:
        say(fault_line(fault))
    say(f"{found.manuscript.path}: pinned anew" + (", and refused until the above is mended" if faults else ""))
    if faults:
        sys.exit(1)


@click.command(cls=Verb)
@KNOWLEDGE_PATH
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with the entries that cite the sentence.")
def sentences(path: Path | None, as_json: bool) -> None:
    """List the sentences of an article by their numbers: PATH is a knowledge file or a .txt article.

    A line has the sentence, its paragraph, how many answers cite it, and its text. A passage may be written as such a number:
    S22, or S22-S24 for several of one paragraph.
    """
    from bot.curation import cited_sentences, numbered, sentence_lines, sentences_json
    from bot.settings import knowledge_path

    found = list(numbered(knowledge_path(path)))
    for knowledge in found:
        if as_json:
            echo_utf8("\n".join(sentences_json(knowledge)))
            continue
        if len(found) > 1:
            say(str(knowledge.path))
        say("\n".join(sentence_lines(cited_sentences(knowledge))))


@click.command(cls=Verb)
@KNOWLEDGE_PATH
def write_out(path: Path | None) -> None:
    """Write out the passages of the knowledge at PATH that are written as sentence numbers, such as S22, as quotes.

    A number that cannot be meant stays, and is told: then the exit code is 2.
    """
    from bot.curation.edit import save, written_out
    from bot.errors import KnowledgeError
    from bot.knowledge import read_curated
    from bot.settings import knowledge_path

    manuscripts, faults = read_curated(knowledge_path(path))
    for manuscript in manuscripts:
        after = written_out(manuscript)
        if after is manuscript:
            say(f"{manuscript.path}: no passage is written as a sentence number that can be written out")
        else:
            save(manuscript, after.text)
            say(f"{manuscript.path}: the sentence numbers were written out")
    if faults:
        raise KnowledgeError(faults)
