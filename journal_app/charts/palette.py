"""The one place that holds the program's colours: the window, the charts and the paper read them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours, as `#rrggbb`. A soft colour is a fill that carries text in `text`.

    `cramp_low`, `cramp_middle` and `cramp_high` stand for pain 1-3, 4-6 and 7-10. Fills that are
    faint beside `panel` (`cramp_low`, `gap`) always carry an outline in `cramp_edge` or a label.
    """

    name: str
    background: str
    panel: str
    line: str
    text: str
    muted: str
    rail: str
    rail_text: str
    rail_chosen: str
    accent: str
    on_accent: str
    accent_soft: str
    quiet: str
    quiet_soft: str
    cramp_low: str
    cramp_middle: str
    cramp_high: str
    cramp_soft: str
    cramp_edge: str
    warning: str
    warning_soft: str
    medicine: str
    medicine_soft: str
    gap: str

    def cramp(self, pain: float | None) -> str:
        """Return the colour of a cramp by its pain, the middle one where no pain was given."""
        if pain is None:
            return self.cramp_middle
        return self.cramp_low if pain < 4 else self.cramp_middle if pain < 7 else self.cramp_high


LIGHT = Palette(
    name="light",
    background="#f7f5f0",
    panel="#ffffff",
    line="#dcd7cb",
    text="#1b2333",
    muted="#545d70",
    rail="#1f2a44",
    rail_text="#dfe5f3",
    rail_chosen="#34456e",
    accent="#2b5fa8",
    on_accent="#ffffff",
    accent_soft="#e3ecf8",
    quiet="#2a7d74",
    quiet_soft="#dff0ed",
    cramp_low="#e0a15a",
    cramp_middle="#c8692b",
    cramp_high="#93321a",
    cramp_soft="#fbeadb",
    cramp_edge="#93321a",
    warning="#a3231f",
    warning_soft="#fbe4e1",
    medicine="#8a4f6a",
    medicine_soft="#f1e2e9",
    gap="#a9a697",
)

DARK = Palette(
    name="dark",
    background="#141a26",
    panel="#1d2535",
    line="#34405a",
    text="#eaeef7",
    muted="#a9b4ca",
    rail="#0e131d",
    rail_text="#c8d1e6",
    rail_chosen="#31426c",
    accent="#8fb8f0",
    on_accent="#10203a",
    accent_soft="#25344f",
    quiet="#63c2b5",
    quiet_soft="#1d3a38",
    cramp_low="#e8b878",
    cramp_middle="#ee8f4d",
    cramp_high="#f2694a",
    cramp_soft="#43301f",
    cramp_edge="#f2694a",
    warning="#ff9a90",
    warning_soft="#4a2523",
    medicine="#d9a0b8",
    medicine_soft="#4a3040",
    gap="#6d7a94",
)

LIGHT_STRONG = Palette(
    name="light, strong",
    background="#ffffff",
    panel="#ffffff",
    line="#5a5f6b",
    text="#000000",
    muted="#2f3646",
    rail="#0b1226",
    rail_text="#ffffff",
    rail_chosen="#2a3a63",
    accent="#123f7d",
    on_accent="#ffffff",
    accent_soft="#dbe7f8",
    quiet="#0c544c",
    quiet_soft="#d9f0ec",
    cramp_low="#d98f3f",
    cramp_middle="#a3440c",
    cramp_high="#6b1c08",
    cramp_soft="#fbeadb",
    cramp_edge="#6b1c08",
    warning="#8a1310",
    warning_soft="#fbe4e1",
    medicine="#6a2f4c",
    medicine_soft="#f1e2e9",
    gap="#5f5d55",
)

DARK_STRONG = Palette(
    name="dark, strong",
    background="#000000",
    panel="#0a0f1a",
    line="#8b98b5",
    text="#ffffff",
    muted="#d3dbea",
    rail="#000000",
    rail_text="#ffffff",
    rail_chosen="#24365f",
    accent="#b5d2fb",
    on_accent="#000000",
    accent_soft="#1c2b47",
    quiet="#86e0d3",
    quiet_soft="#0f302d",
    cramp_low="#f0c88f",
    cramp_middle="#ffab70",
    cramp_high="#ff9177",
    cramp_soft="#35210f",
    cramp_edge="#ff9177",
    warning="#ffb3ab",
    warning_soft="#3f1513",
    medicine="#efbdd1",
    medicine_soft="#3d2433",
    gap="#a5b0c7",
)

GREY = Palette(
    name="grey",
    background="#ffffff",
    panel="#ffffff",
    line="#c4c4c4",
    text="#111111",
    muted="#4a4a4a",
    rail="#ffffff",
    rail_text="#111111",
    rail_chosen="#dddddd",
    accent="#222222",
    on_accent="#ffffff",
    accent_soft="#e6e6e6",
    quiet="#5a5a5a",
    quiet_soft="#f1f1f1",
    cramp_low="#b4b4b4",
    cramp_middle="#757575",
    cramp_high="#222222",
    cramp_soft="#e4e4e4",
    cramp_edge="#222222",
    warning="#111111",
    warning_soft="#eeeeee",
    medicine="#4a4a4a",
    medicine_soft="#d4d4d4",
    gap="#8f8f8f",
)


def strong(palette: Palette) -> Palette:
    """Return the variant of a window's palette for eyes that need more contrast: 7:1 and more."""
    return DARK_STRONG if palette is DARK else LIGHT_STRONG


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_on(fill: str) -> str:
    """Return the ink, dark or light, that is easier to read on a fill."""
    return max((LIGHT.text, "#ffffff"), key=lambda ink: contrast(ink, fill))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[k : k + 2], 16) / 255) for k in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
