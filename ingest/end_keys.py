"""Which key each end of an edge hangs on, so that one thing does not become two, and the claims that this adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.identity import bare_key, name_key
from graph.names import normal_form
from graph.values import NameClaim
from graph.vocabulary import PRODUCTS
from ingest.terms import is_generic
from ingest.values import Clause, End

PACK_RULE = "pack"


def whole_of(clause: Clause) -> str | None:
    """What the parts that a clause names belong to: its subject, or what that is a part of itself."""
    return clause.subject if clause.subject_kind in PRODUCTS else clause.owner


class EndKeys:
    """The names of one document: those that were found in it, and those that its edges add in free words.

    Free words are looked up by their normal form, so that "Read Replicas" finds "read replica".
    """

    def __init__(self, claims: Iterable[NameClaim]) -> None:
        self.claims: dict[tuple[str, str, int, str], NameClaim] = {}
        self.introduced: set[str] = set()
        self._by_form: dict[str, dict[str, None]] = defaultdict(dict)
        self._packs_own: set[str] = set()
        for claim in claims:
            self._add(claim)
            self.introduced.update(key for key in (claim.key, claim.same_as) if key)

    def key(self, end: End, clause: Clause, rule: str, *, whole: str | None = None) -> str:
        """The key of an end, claimed for the clause's line where it is new; `whole` is what the end is a part of."""
        if end.key is None:
            text = " ".join((end.text or "").split())
            key = self._of_words(text, clause, end.owner or whole)
        elif end.key in self.introduced:
            return end.key
        else:
            key, text = end.key, end.text or bare_key(end.key).replace("-", " ")
        self._add(NameClaim(key, text, clause.line_start, rule, end.kind))
        self.introduced.add(key)
        return key

    def _of_words(self, text: str, clause: Clause, whole: str | None) -> str:
        """What is above, if the words are the end of its name, or its part of that name; then a new part, where the

        name is too general to stand alone; then what the document calls so, but for the packs' own names: those were
        found already where they are meant.
        """
        form = normal_form(text)
        known = self._by_form[form]
        for above in filter(None, (whole, clause.subject, clause.owner, clause.parent_subject)):
            if f" {normal_form(bare_key(above))}".endswith(f" {form}"):
                return above
            for key in known:
                if key.rpartition("/")[0] == above:
                    return key
        if whole is not None and is_generic(text):
            return name_key(text, whole)
        return next((key for key in known if "/" not in key and key not in self._packs_own), name_key(text))

    def _add(self, claim: NameClaim) -> None:
        self.claims.setdefault((claim.key, claim.text, claim.line, claim.rule), claim)
        self._by_form[normal_form(claim.text)][claim.same_as or claim.key] = None
        if claim.rule == PACK_RULE:
            self._packs_own.add(claim.key)
