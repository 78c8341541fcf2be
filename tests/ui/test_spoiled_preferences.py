"""Preferences that someone edited, or a disk spoiled: what cannot be is left at its default."""

import pytest

from journal_app.ui.preferences import PreferenceFile, Preferences


def loaded(tmp_path, text):
    path = tmp_path / "settings.ini"
    path.write_text(text, "utf-8")
    return PreferenceFile(path).load()


@pytest.mark.parametrize(
    "line",
    ["theme=purple", "paper=A5", "volume_unit=hogshead", "second_backup_folder=a\\0b", "text_scale=lots"],
)
def test_a_choice_that_cannot_be_is_left_at_its_default(tmp_path, line):
    chosen = loaded(tmp_path, f"[choices]\n{line}\nreminder=true\n")

    assert chosen == Preferences(reminder=True)


@pytest.mark.parametrize(
    "value", ["@Variant(\\0\\0\\0\\x11\\x7f)", "\\x40Variant(\\0)", "a, @DateTime(\\0)", "@V\\x61riant(\\0)"]
)
def test_a_file_with_objects_in_it_is_set_aside_unread(tmp_path, value):
    assert loaded(tmp_path, f"[choices]\ntheme=dark\npage={value}\n") == Preferences()
    assert [each.name for each in tmp_path.glob("*.ini*")] == ["settings.ini.set-aside"]


def test_what_the_window_writes_is_read_again(tmp_path):
    kept = PreferenceFile(tmp_path / "settings.ini")
    chosen = Preferences(second_backup_folder="D:\\@home\\x40\\100, @c", theme="dark", text_scale=150)
    kept.save(chosen)

    assert PreferenceFile(tmp_path / "settings.ini").load() == chosen
