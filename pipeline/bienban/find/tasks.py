from bienban.model import Action, Task
from bienban.segment.reading import Reading


def find_tasks(reading: Reading) -> list[Task | Action]:
    return []
