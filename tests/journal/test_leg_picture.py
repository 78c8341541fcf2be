import tomllib

import numpy as np
import pytest
from matplotlib.path import Path as Polygon

from journal_app.journal.leg_picture import LegShape, Segment, corners, leg_picture, leg_shapes, path_segments
from journal_app.journal.night import Leg
from journal_app.paths import bundled

LEGS = bundled("resources") / "legs.svg"
MUSCLES = tomllib.loads((bundled("knowledge_base") / "muscles.toml").read_text("utf-8"))
SMALLEST_SIDE = 24  # px at 100 %, the least a finger or a shaking hand can hit


@pytest.fixture(scope="module")
def picture():
    return leg_picture(LEGS)


@pytest.fixture(scope="module")
def points(picture):
    """Every second point of the picture, across and down."""
    return np.stack(
        np.meshgrid(np.arange(0.5, picture.width, 2), np.arange(0.5, picture.height, 2)), axis=-1
    ).reshape(-1, 2)


def polygon(shape: LegShape) -> Polygon:
    return Polygon(np.array(corners(shape.outline)))


def test_every_muscle_can_be_clicked_on_both_legs(picture):
    drawn = sorted((shape.muscle, shape.leg, shape.view) for shape in picture.shapes)

    assert drawn == sorted((name, leg, muscle["view"]) for name, muscle in MUSCLES.items() for leg in Leg)


def test_no_point_belongs_to_two_muscles(picture, points):
    hits = sum(polygon(shape).contains_points(points).astype(int) for shape in picture.shapes)

    assert (hits >= 2).sum() <= 2  # a point on a shared border may count for both


def test_the_muscles_fill_the_legs_without_a_gap(picture, points):
    on_a_leg = sum(Polygon(np.array(corners(edge))).contains_points(points) for edge in picture.outlines)
    on_a_muscle = sum(polygon(shape).contains_points(points) for shape in picture.shapes)

    assert (on_a_leg != on_a_muscle).sum() <= 8  # points on the very edge


@pytest.mark.parametrize("shape", leg_shapes(LEGS), ids=lambda shape: f"{shape.muscle}-{shape.leg}")
def test_every_muscle_is_large_enough_to_click(shape):
    box = polygon(shape).get_extents()

    assert min(box.width, box.height) >= SMALLEST_SIDE
    assert polygon(shape).contains_point(shape.centre)


def test_the_picture_stays_inside_its_frame(picture):
    points = np.array([corner for edge in picture.outlines for corner in corners(edge)])

    assert points.min() >= 1
    assert (points.max(axis=0) <= (picture.width - 1, picture.height - 1)).all()


def test_the_left_leg_is_on_the_left_from_behind_and_on_the_right_from_the_front(picture):
    def middle(muscle: str, leg: Leg) -> float:
        return picture.shape(muscle, leg).centre[0]

    assert middle("calf", Leg.LEFT) < middle("calf", Leg.RIGHT)
    assert middle("shin", Leg.RIGHT) < middle("shin", Leg.LEFT)


@pytest.mark.parametrize("muscle", MUSCLES)
def test_the_right_leg_mirrors_the_left(picture, muscle):
    left, right = (np.array(corners(picture.shape(muscle, leg).outline)) for leg in Leg)
    middle = (left[:, 0] + right[:, 0]) / 2

    assert np.ptp(middle) < 0.3
    assert left[:, 1] == pytest.approx(right[:, 1])


def test_a_muscle_the_picture_does_not_show_has_no_shape(picture):
    assert picture.shape("left_ear", Leg.LEFT) is None


def test_path_data_is_read_with_and_without_commas():
    read = path_segments("M 0,0 L 10 0 C 10 5 5,10 0 10 Z")

    assert read == (
        Segment("M", ((0, 0),)),
        Segment("L", ((10, 0),)),
        Segment("C", ((10, 5), (5, 10), (0, 10))),
        Segment("Z"),
    )


def test_a_curve_is_followed_from_its_start_to_its_end():
    read = corners(path_segments("M 0 0 C 0 10 10 10 10 0 Z"))

    assert (read[0], read[-1]) == ((0, 0), (10, 0))
    assert (5, 7.5) in read


def test_a_picture_without_outlines_says_which_group_is_missing(tmp_path):
    broken = tmp_path / "legs.svg"
    broken.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="areas"/></svg>')

    with pytest.raises(ValueError, match="outlines"):
        leg_picture(broken)
