from bienban.model import Fact
from bienban.segment.reading import Reading


def find_facts(reading: Reading) -> list[Fact]:
    return []
