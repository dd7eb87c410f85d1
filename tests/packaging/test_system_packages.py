import os
import shutil

import pytest
import system_packages
from messages import SetupError


@pytest.fixture
def ordinary_user(monkeypatch: pytest.MonkeyPatch):
    """Someone who is not root and has no sudo, on a system with apt."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)


@pytest.mark.usefixtures("ordinary_user")
def test_without_rights_the_one_command_to_run_is_given():
    with pytest.raises(SetupError, match=r"sudo apt-get install -y .* libegl1 libgl1$"):
        system_packages.install(["libegl1", "libgl1"])


def test_another_distribution_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SetupError, match="libegl1, libgl1; installeer ze met uw eigen"):
        system_packages.install(["libegl1", "libgl1"])


def test_a_library_that_does_not_load_is_missing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "WINDOW_LIBRARIES", {"libbestaatniet.so.9": "pakket"})
    assert "pakket" in system_packages.missing_for_window()


def test_the_full_run_asks_for_the_fonts_that_its_pages_are_measured_with(tmp_path, monkeypatch):
    monkeypatch.setattr(system_packages.sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "FONTS", tmp_path)
    fonts = {"fonts-inter", "fonts-crosextra-carlito"}
    assert fonts <= set(system_packages.missing_for_tests())
    (tmp_path / "Carlito-Regular.ttf").touch()
    assert fonts & set(system_packages.missing_for_tests()) == {"fonts-inter"}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("E: You don't have enough free space in /var/cache/apt/archives/.", "schijf is vol"),
        ("Err:1 x\n  Temporary failure resolving 'x'", "verbinding met internet"),
        ("E: Could not get lock /x. It is held by process 1", "wacht daarop"),
        ("E: Sub-process returned an error", "Sub-process returned an error"),
    ],
)
def test_what_apt_says_becomes_one_dutch_sentence(said: str, sentence: str):
    assert sentence in system_packages.what_went_wrong(said, ["pakket"])
