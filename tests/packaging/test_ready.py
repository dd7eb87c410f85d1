from pathlib import Path

import pytest
import ready


def test_an_environment_is_ready_only_after_its_last_step(project: Path):
    assert not ready.is_ready(project)
    ready.mark_ready(project)
    assert ready.is_ready(project)
    ready.mark_unsure(project)
    assert not ready.is_ready(project)


def test_a_changed_project_file_calls_for_a_proper_look(project: Path):
    ready.mark_ready(project)
    with (project / "pyproject.toml").open("a") as file:
        file.write("# more\n")
    assert not ready.is_ready(project)


def test_a_python_that_is_gone_does_not_count(project: Path):
    ready.mark_ready(project)
    ready.python_of(project).unlink()
    assert not ready.is_ready(project)


def test_an_upgraded_system_python_does_not_count(project: Path, tmp_path: Path):
    ready.mark_ready(project)
    other = tmp_path / "python3.99"
    other.touch()
    ready.python_of(project).unlink()
    ready.python_of(project).symlink_to(other)
    assert not ready.is_ready(project)


def test_a_moved_project_does_not_count(project: Path):
    ready.mark_ready(project)
    moved = project.rename(project.with_name("elsewhere"))
    assert not ready.is_ready(moved)


def test_no_environment_at_all_is_simply_not_ready(tmp_path: Path):
    assert not ready.is_ready(tmp_path)
    with pytest.raises(FileNotFoundError):
        ready.mark_ready(tmp_path)
