"""A small graph for tests of the pages: contributions as the reading would make them, of notes in our own words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.identity import name_key, statement_id
from graph.values import Contribution, Document, EdgeFact, Limit, LimitFact, NameClaim, StatementFact
from graph.vocabulary import Bound, Kind, RelationType

READER = "sample"


@dataclass
class Notes:
    """A document that grows line by line; `contribution` is what it says."""

    path: str
    title: str
    lines: list[str] = field(default_factory=list)
    names: dict[str, NameClaim] = field(default_factory=dict)
    statements: list[StatementFact] = field(default_factory=list)
    edges: list[EdgeFact] = field(default_factory=list)
    limits: list[LimitFact] = field(default_factory=list)

    def name(
        self, text: str, kind: Kind, *, aliases: Sequence[str] = (), about: str | None = None, owner: str | None = None
    ) -> str:
        """Introduce a name on the next line; gives its key."""
        key = name_key(text, owner)
        line = len(self.lines) + 1
        self.names.setdefault(key, NameClaim(key, text, line, "sample", kind, about))
        for alias in aliases:
            self.names.setdefault(name_key(alias), NameClaim(name_key(alias), alias, line, "sample", kind, same_as=key))
        return key

    def say(self, about: str, text: str, *facets: str) -> StatementFact:
        """A line that says something."""
        self.lines.append(text)
        line = len(self.lines)
        said = StatementFact(statement_id(self.path, text, 1), line, line, text, about, tuple(sorted(facets)))
        self.statements.append(said)
        return said

    def join(
        self, source: str, relation: RelationType, targets: Sequence[str], text: str, *, condition: str | None = None
    ) -> None:
        """A line that joins a thing with others."""
        said = self.say(source, text)
        line = said.line_start
        for target in targets:
            self.edges.append(EdgeFact(source, relation, target, condition, said.id, line, line, "sample"))

    def join_from(self, sources: Sequence[str], relation: RelationType, target: str, text: str) -> None:
        """A line that joins others with a thing."""
        said = self.say(target, text)
        line = said.line_start
        self.edges += [EdgeFact(source, relation, target, None, said.id, line, line, "sample") for source in sources]

    def limit(self, owner: str, limit: Limit, text: str) -> None:
        """A line with a limit."""
        said = self.say(owner, text, "limits")
        self.limits.append(LimitFact(owner, limit, said.id, said.line_start, said.line_end, "sample"))

    def contribution(self) -> Contribution:
        """What the lines come to."""
        text = "\n".join(self.lines) + "\n"
        digest = hashlib.sha256(text.encode()).hexdigest()
        document = Document(self.path, self.title, digest, len(self.lines), text)
        return Contribution(
            document=document,
            reader=READER,
            statements=tuple(sorted(self.statements, key=lambda one: (one.line_start, one.id))),
            names=tuple(sorted(self.names.values(), key=lambda one: (one.line, one.key, one.rule, one.text))),
            edges=tuple(self.edges),
            limits=tuple(self.limits),
        )


TRIGGERS = ("S3", "SNS", "SQS", "DynamoDB", "Kinesis", "API Gateway", "CloudFront", "SES", "CodePipeline", "Alexa")
LANGUAGES = ("Java", "Go", "Python", "Node.js", "C#", "Ruby", "PowerShell")


def lambda_notes() -> Contribution:
    """Notes on a service with neighbours of every kind on both sides, and one line that looks like markup."""
    notes = Notes("aws/lambda.md", "Lambda")
    here = notes.name(
        "Lambda", Kind.SERVICE, aliases=("AWS Lambda",), about="runs code without any server to look after"
    )
    triggers = [notes.name(text, Kind.SERVICE) for text in TRIGGERS]
    languages = [notes.name(text, Kind.TECHNOLOGY) for text in LANGUAGES]
    parts = [notes.name(text, Kind.FEATURE, owner=here) for text in ("Version", "Alias", "Reserved concurrency")]
    bursts = notes.name("work that comes in bursts", Kind.CONCEPT)
    machines = notes.name("EC2", Kind.SERVICE)
    logs = notes.name("CloudWatch", Kind.SERVICE)
    notes.say(here, "You hand over the code; the servers under it are somebody else's worry.", "purpose")
    notes.say(here, "Only the time in which code runs is paid for.", "pricing")
    notes.say(here, "<img src=x onerror=alert(1)> and **stars** stay as they were typed", "security")
    notes.join_from(triggers, RelationType.TRIGGERS, here, "Who can start a function: " + ", ".join(TRIGGERS))
    notes.join(here, RelationType.SENDS_TO, [logs], "Each run writes its log to CloudWatch")
    notes.join(here, RelationType.SUPPORTS, languages, "Written in " + ", ".join(LANGUAGES))
    notes.join(
        here, RelationType.HAS_FEATURE, parts, "Versions and aliases, and concurrency set aside for one function"
    )
    notes.join(here, RelationType.SUITED_TO, [bursts], "Made for work that comes in bursts")
    notes.join(here, RelationType.USE_INSTEAD_OF, [machines], "Rather than EC2 for short jobs", condition="short jobs")
    notes.limit(here, Limit("concurrent executions", Bound.MAX, 1000, None, "per region"), "1,000 at once in a region")
    notes.limit(here, Limit("timeout", Bound.MAX, 15, "minutes"), "no run lasts over 15 minutes")
    return notes.contribution()


def queue_notes() -> Contribution:
    """Notes on a neighbour, so that there is somewhere to move to."""
    notes = Notes("aws/sqs.md", "SQS")
    here = notes.name("SQS", Kind.SERVICE, aliases=("Simple Queue Service",), about="a queue that others poll")
    other = notes.name("SNS", Kind.SERVICE)
    started = notes.name("Lambda", Kind.SERVICE)
    fifo = notes.name("FIFO queue", Kind.FEATURE)
    notes.say(here, "Messages wait until someone fetches them.", "model")
    notes.join(here, RelationType.TRIGGERS, [started], "A message in the queue can start a Lambda function")
    notes.join(here, RelationType.CONTRASTS_WITH, [other], "One waits to be asked, SNS does not")
    notes.join(here, RelationType.HAS_FEATURE, [fifo], "FIFO queue: nothing overtakes")
    notes.limit(here, Limit("message size", Bound.MAX, 256, "KB"), "a message has at most 256 KB")
    return notes.contribution()


def hub_notes(spokes: int) -> Contribution:
    """Notes on one thing with very many neighbours."""
    notes = Notes("hub.md", "Hub")
    hub = notes.name("Hub", Kind.SERVICE)
    others = [notes.name(f"Spoke {number:04}", Kind.TECHNOLOGY) for number in range(spokes)]
    notes.join(hub, RelationType.SUPPORTS, others, "speaks with all of them")
    return notes.contribution()
