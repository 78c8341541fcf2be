"""No reviewed file changes unannounced."""

from journal_app.knowledge.checks import check_knowledge
from journal_app.knowledge.reviewed import REVIEWED, hashes, renew

HEAT = "remedies/heating-pad.toml"


def test_a_changed_file_is_named_until_the_list_is_renewed(spoil):
    base = spoil(HEAT, "on low", "on the lowest step")
    before = check_knowledge(base)
    renew(base)

    assert before == [f"{HEAT}: was changed since the review; renew {REVIEWED} when it was looked at again"]
    assert check_knowledge(base) == []


def test_a_file_that_is_gone_is_named(base):
    (base / HEAT).unlink()

    assert f"{HEAT}: is listed in {REVIEWED} and gone" in check_knowledge(base)


def test_a_new_file_is_named(base):
    (base / "remedies/warm-socks.toml").write_bytes((base / HEAT).read_bytes())

    assert f"remedies/warm-socks.toml: is new since the review; it is not in {REVIEWED}" in check_knowledge(
        base
    )


def test_a_missing_list_is_named(base):
    (base / REVIEWED).unlink()

    assert check_knowledge(base) == [f"{REVIEWED}: the list of reviewed files is missing"]


def test_windows_line_ends_are_no_change(base):
    before = hashes(base)
    path = base / HEAT
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert hashes(base) == before
