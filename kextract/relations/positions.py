"""Who holds which post where: 남하람 구미시장, 심가람·문나래 위원장, 김하늘은 해솔전자 사장을 지냈다."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kextract.entities import squash
from kextract.model import Relation
from kextract.relations.appointed import appointed
from kextract.relations.beside import beside
from kextract.relations.post import Post
from kextract.relations.predicates import predicates
from kextract.relations.rosters import clients, rosters
from kextract.relations.scene import Scene

_RULES = (beside, predicates, appointed, rosters, clients)


def positions(scene: Scene) -> list[Relation]:
    """One relation a person, organization and title, with all places that say so."""
    if not any(group.type == "person" for group in scene.clusters):
        return []
    posts: dict[tuple[str, str | None, str | None], Post] = {}
    told: dict[tuple[str, str | None, str | None], set[tuple[int, int, str]]] = {}
    for post in _told(scene):
        organization = post.organization.id if post.organization else None
        key = (post.person.id, organization, squash(post.title) if post.title else None)
        if key in posts:
            posts[key].evidence += [span for span in post.evidence if span not in told[key]]
            told[key].update(post.evidence)
        else:
            posts[key] = post
            told[key] = set(post.evidence)
    by_person: dict[str, list[Post]] = defaultdict(list)
    for post in posts.values():
        by_person[post.person.id].append(post)
    return [_relation(post) for post in posts.values() if not _told_better(post, by_person[post.person.id])]


def _told(scene: Scene) -> Iterator[Post]:
    for rule in _RULES:
        for post in rule(scene):
            if post.organization is not post.person:
                yield post


def _relation(post: Post) -> Relation:
    fields: dict[str, object] = {
        "person": post.person.id,
        "organization": post.organization.id if post.organization else None,
        "title": post.title,
    }
    if post.status:
        fields["status"] = post.status
    return Relation("position", fields, post.evidence, post.rule)


def _told_better(post: Post, others: Iterable[Post]) -> bool:
    """남 시장 says nothing more where 남하람 구미시장 is known, nor 정의당 심가람 where 정의당 심가람 의원 is."""
    if post.title is None:
        return any(o is not post and o.organization is post.organization for o in others)
    title = squash(post.title)
    for other in others:
        if other is post or not other.title or not squash(other.title).endswith(title):
            continue
        longer = len(squash(other.title)) > len(title)
        if other.organization is post.organization and longer:
            return True
        if post.organization is None and (other.organization is not None or longer):
            return True
    return False
