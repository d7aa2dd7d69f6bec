"""Prints the scalars of a folder of event files as JSON, {tag: [[step, value], ...]}, read by TensorBoard itself;
"no tensorboard" where there is none."""
import json
import sys

try:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
except ImportError:
    print("no tensorboard")
    sys.exit()

events = EventAccumulator(sys.argv[1], size_guidance={"scalars": 0})
events.Reload()
scalars = {
    tag: [[event.step, event.value] for event in events.Scalars(tag)]
    for tag in events.Tags()["scalars"]
}
with open(sys.argv[2], "w") as answer:
    json.dump(scalars, answer)
