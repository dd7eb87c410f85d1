from pathlib import Path

import environment
import pip_wheel
import pytest
import ready
from environment import SetupError

OFFLINE = "Failed to establish a new connection: [Errno -2] Name or service not known"
FULL = "ERROR: Could not install packages: [Errno 28] No space left on device"


def no_index(folder: Path) -> Path:
    raise SetupError(f"geen pip voor {folder}")


def test_packages_are_installed_once(project: Path, calls: Path):
    environment.install(project)
    environment.install(project)
    assert calls.read_text() == f"{project}\n"


def test_the_tests_add_their_tools_and_a_later_start_leaves_them(project: Path, calls: Path):
    environment.install(project)
    environment.install(project, tests=True)
    environment.install(project)
    assert calls.read_text() == f"{project}\n{project}[test]\n"


def test_a_new_dependency_is_installed_with_the_tools_that_were_there(project: Path, calls: Path):
    environment.install(project, tests=True)
    file = project / "pyproject.toml"
    file.write_text(file.read_text().replace("een>=1", "een>=2"))
    environment.install(project)
    assert calls.read_text() == f"{project}[test]\n" * 2


def test_a_new_version_or_lint_rule_needs_no_network(project: Path, calls: Path):
    environment.install(project)
    file = project / "pyproject.toml"
    file.write_text(file.read_text().replace('version = "1"', 'version = "2"') + "[tool.x]\n")
    environment.install(project)
    assert calls.read_text() == f"{project}\n"


def test_an_installation_that_was_cut_off_is_made_anew(
    project: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FAKE_PIP_SAYS", FULL)
    with pytest.raises(SetupError, match="De schijf is vol"):
        environment.install(project)
    (packages / "half_a_package.py").touch()
    monkeypatch.setattr(pip_wheel, "download", no_index)
    monkeypatch.setattr("system_packages.install", no_index)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name != "ensurepip" or None)
    with pytest.raises(SetupError, match="geen pip"):
        environment.install(project)
    assert not (packages / "half_a_package.py").exists()


def test_without_a_network_the_environment_stays_as_it_was(
    project: Path, calls: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FAKE_PIP_SAYS", OFFLINE)
    with pytest.raises(SetupError, match=r"geen .* verbinding met internet"):
        environment.install(project)
    monkeypatch.delenv("FAKE_PIP_SAYS")
    environment.install(project)
    assert calls.read_text() == f"{project}\n" * 2


@pytest.mark.parametrize("broken", ["python gone", "cut off before pip", "moved"])
def test_a_half_made_environment_is_recognised_and_removed(
    project: Path, packages: Path, broken: str, monkeypatch: pytest.MonkeyPatch
):
    environment.install(project)
    trace = packages / "trace.py"
    trace.touch()
    if broken == "python gone":
        ready.python_of(project).unlink()
    elif broken == "cut off before pip":
        (ready.folder_of(project) / "bezig.txt").touch()
    else:
        trace = project.with_name("moved") / trace.relative_to(project)
        project = project.rename(project.with_name("moved"))
    monkeypatch.setattr(environment, "ROOM_NEEDED", 10**18)
    with pytest.raises(SetupError, match="te weinig ruimte"):
        environment.install(project)
    assert not trace.exists()


def test_a_damaged_project_file_is_said_in_one_sentence(project: Path):
    (project / "pyproject.toml").write_text("geen toml")
    with pytest.raises(SetupError, match=r"pyproject\.toml is beschadigd"):
        environment.install(project)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (FULL, "De schijf is vol"),
        (OFFLINE + "\nERROR: No matching distribution found for een", "verbinding met internet"),
        ("ERROR: No matching distribution found for een>=1", "Voor een>=1 is er geen versie"),
        ("iets anders", r"lees .*installatie\.log"),
    ],
)
def test_what_pip_says_becomes_one_dutch_sentence(said: str, sentence: str, tmp_path: Path):
    (match,) = environment.what_went_wrong(said, tmp_path / "installatie.log").splitlines()
    with pytest.raises(SetupError, match=sentence):
        raise SetupError(match)
