"""Ways to look at a drawn chart: its texts, its marks, and whether a text is cut or covered."""

from itertools import combinations

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg


def texts(chart, name=None):
    """Return the texts on a chart, or those of one kind."""
    written = chart.figure.axes[0].texts
    return [text.get_text() for text in written if name in (None, text.get_gid())]


def marks(chart, name):
    """Return the marks drawn under a name, all batches together."""
    return [mark for mark in chart.figure.axes[0].collections if mark.get_gid() == name]


def count_of(chart, name):
    """Return how many single shapes were drawn under a name."""
    return sum(
        max(len(mark.get_offsets()) if _placed(mark) else len(mark.get_paths()), 0)
        for mark in marks(chart, name)
    )


def squeezed(chart):
    """Return the texts that are cut by the edge, and the pairs that lie over each other."""
    canvas = FigureCanvasAgg(chart.figure)
    canvas.draw()
    width, height = canvas.get_width_height()
    written = [text for text in chart.figure.axes[0].texts if text.get_text()]
    boxes = {text: text.get_window_extent(canvas.get_renderer()) for text in written}
    cut = [
        t.get_text()
        for t, b in boxes.items()
        if b.x0 < -1 or b.y0 < -1 or b.x1 > width + 1 or b.y1 > height + 1
    ]
    return cut + [
        (a.get_text(), b.get_text()) for a, b in combinations(written, 2) if _meet(boxes[a], boxes[b])
    ]


def _meet(a, b):
    """Tell whether the letters of two texts touch; the boxes hold the room above and below them."""
    across = min(a.x1, b.x1) - max(a.x0, b.x0)
    down = min(a.y1, b.y1) - max(a.y0, b.y0)
    return across > 2 and down > 0.3 * min(a.height, b.height)


def _placed(mark):
    return np.asarray(mark.get_offsets()).any()
