"""Signed proof: badges that hold, and everything that doesn't, with its reason."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc.jwk import ECKey
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier
from support.badges import (
    ADDRESS,
    GIVEN,
    ISSUER,
    PAGE,
    PROOF,
    REVOKED,
    Organisation,
    by_another,
    forgeries,
    mutants,
    other_list,
    rewrite,
)

from leerpad.badges import BadgeError
from leerpad.badges.check import check_badge
from leerpad.badges.credential import Edition
from leerpad.badges.keys import method_of
from leerpad.badges.links import link_of
from leerpad.badges.paper import sheet
from leerpad.badges.status import SIZE, StatusList
from leerpad.course.load.badges import without_badges
from leerpad.course.load.course import load_course
from leerpad.course.load.reader import Roots
from leerpad.course.model.badges import DID_FILE, STATUS_FILE, BadgeSite, DidDocument, badge_address
from leerpad.locales import load_locale
from leerpad.site.plan.pages import make_plan
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.badges.check import Badge

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Organisation:
    return Organisation(tmp_path_factory.mktemp("organisation"))


def checked(here: Organisation, text: str, status: str | None = None) -> Badge:
    return check_badge(text, here.site, here.document, status or here.shelf.status_text(), here.now)


def refusal(check: Callable[[], object]) -> str:
    with pytest.raises(BadgeError) as refused:
        check()
    return refused.value.key


# What holds, and what doesn't


def test_a_badge_that_we_signed_tells_who_passed_what(here: Organisation) -> None:
    for text in (here.badge(), f"  {here.badge()}\n", link_of(here.badge(), PAGE), here.badge(ends=1)):
        badge = checked(here, text)
        assert (badge.name, badge.issuer.name, badge.number) == (PROOF.name, ISSUER, GIVEN)
        assert badge.levels == [("Eerste", "2026-05-01")]


def test_all_else_is_refused_with_its_reason(here: Organisation) -> None:
    forged = forgeries(here)
    found = {name: refusal(lambda text=text: checked(here, text)) for name, (text, _) in forged.items()}  # type: ignore[misc]
    assert {name: key for name, key in found.items() if key != forged[name][1]} == {}


def test_one_changed_letter_anywhere_and_it_no_longer_holds(here: Organisation) -> None:
    reasons = {refusal(lambda text=text: checked(here, text)) for text in mutants(here.badge(), 300)}  # type: ignore[misc]
    assert reasons <= {"changed", "no_badge", "algorithm", "key", "issuer"}


@given(st.text() | st.text(alphabet='.eyJ{}"0-_#badge=', min_size=1))
def test_whatever_somebody_pastes_is_refused_in_words(text: str) -> None:
    place = Path("nowhere")
    site = BadgeSite(ISSUER, ADDRESS, place)
    document = DidDocument(id=site.did, verificationMethod=(method_of(ECKey.generate_key("P-256"), site.did),))
    assert f"client.verify.not_{refusal(lambda: check_badge(text, site, document, '', NOW))}" in load_locale("nl").words


def test_a_list_that_somebody_replaced_lets_no_badge_pass(here: Organisation) -> None:
    for status in (other_list(here), here.badge(), "weg", here.shelf.status_text()[:-3]):
        assert refusal(lambda status=status: checked(here, here.badge(), status)) == "status"


# By another hand


def fetched(here: Organisation) -> Callable[[str], bytes]:
    return lambda url, *_: here.published()[url].encode()


def test_another_library_takes_our_badges_and_sees_which_are_withdrawn(here: Organisation) -> None:
    verifier = OB3Verifier.for_issuer_did(here.site.did, download=fetched(here))
    credential = verifier.verify(here.badge(), check_status=True, download=fetched(here))
    assert (credential.issuer.name, credential.achievement.name) == (ISSUER, "Proefpad")
    with pytest.raises(OB3VerificationError, match="revocation"):
        verifier.verify(here.badge(REVOKED), check_status=True, download=fetched(here))
    with pytest.raises(OB3VerificationError, match="expired"):
        verifier.verify(here.badge(ends=-1))


def test_we_take_a_badge_that_another_library_signed(here: Organisation) -> None:
    badge = checked(here, by_another(here))
    assert (badge.name, badge.credentialSubject.achievement.name, badge.number) == (
        "mailto:anna@voorbeeld.nl",
        "Iets anders",
        5,
    )


# The parts


def test_a_withdrawn_number_stays_among_the_others_it_hides_in() -> None:
    numbers = {0, 7, 8, REVOKED, SIZE - 1}
    listed = StatusList()
    for number in numbers:
        listed = listed.with_revoked(number)
    assert {number for number in range(SIZE) if number in listed} == numbers


@pytest.mark.parametrize(
    ("address", "did"),
    [
        ("https://Leren.voorbeeld.nl", "did:web:leren.voorbeeld.nl:badges"),
        ("https://voorbeeld.nl:8443/hr/leren/", "did:web:voorbeeld.nl%3A8443:hr:leren:badges"),
        ("http://voorbeeld.nl/", None),
        ("https://voorbeeld.nl/a b/", None),
        ("https://jan@voorbeeld.nl/", None),
        ("", None),
    ],
)
def test_the_name_of_an_issuer_follows_from_the_address_of_the_site(
    address: str, did: str | None, tmp_path: Path
) -> None:
    found = badge_address(address)
    assert (found and BadgeSite("Wij", found, tmp_path).did) == did


def test_a_badge_that_no_code_holds_is_printed_without_one(here: Organisation) -> None:
    edition = Edition(UUID(int=1), GIVEN, here.now)
    sheets = [
        sheet(PROOF, edition, here.site, PAGE + "#" + "a" * size, PAGE, load_locale("nl")) for size in (1_000, 3_000)
    ]
    assert ["<svg" in page for page in sheets] == [True, False]
    assert ["Scan de code" in page for page in sheets] == [True, False]


def test_a_package_for_a_learning_system_has_no_page_to_check_badges(here: Organisation) -> None:
    packed = without_badges(here.course)
    locale = load_locale("nl")
    [site, package] = [{url for _, url, _ in make_plan(one, locale).files} for one in (here.course, packed)]
    assert {DID_FILE, STATUS_FILE} <= site
    assert not {DID_FILE, STATUS_FILE} & package
    assert ["verify" in make_plan(one, locale).own for one in (here.course, packed)] == [True, False]
    assert "docs/badge-nakijken.md" in packed.left_out - here.course.left_out


# What an author must mend

MENDED = {
    "badges_without_address": lambda folder: rewrite(
        folder / "mkdocs.yml", f"site_url: {ADDRESS}", "site_url: http://x.nl/"
    ),
    "badges_without_key": lambda folder: (folder / STATUS_FILE).unlink(),
    "badge_file_broken": lambda folder: rewrite(folder / DID_FILE, '"kty"', '"d": "geheim", "kty"'),
    "badge_other_address": lambda folder: rewrite(folder / "mkdocs.yml", ADDRESS, "https://nieuw.voorbeeld.nl/"),
    "badge_status_unfit": lambda folder: (folder / STATUS_FILE).write_text("weg", "utf-8"),
}


@pytest.mark.parametrize("code", MENDED)
def test_what_is_published_for_badges_fits_the_site_or_is_a_fault(code: str, tmp_path: Path) -> None:
    Organisation(tmp_path)
    MENDED[code](tmp_path)
    report = Report()
    load_course(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), report)
    assert [fault.code for fault in report.faults] == [code]
