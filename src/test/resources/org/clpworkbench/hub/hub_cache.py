"""What Python's huggingface_hub makes of a cache, as JSON on the last line.

read ID    opens a model without asking the Hub
fill ID    fetches a model from HF_ENDPOINT
texts ID   opens a data set without asking the Hub
fetch ID   fetches a data set from HF_ENDPOINT
lock FILE  holds a lock as huggingface_hub does until standard input ends
"""

import json
import sys

import huggingface_hub
from huggingface_hub import hf_hub_download, scan_cache_dir, snapshot_download


def scanned():
    found = scan_cache_dir()
    return {
        "version": huggingface_hub.__version__,
        "warnings": [str(warning) for warning in found.warnings],
        "incomplete": len(getattr(found, "incomplete_files", [])),
        "repositories": {
            f"{repo.repo_type} {repo.repo_id}": {
                revision.commit_hash: {
                    "refs": sorted(revision.refs),
                    "files": sorted(file.file_name for file in revision.files),
                    "bytes": revision.size_on_disk,
                }
                for revision in repo.revisions
            }
            for repo in found.repos
        },
    }


task, what = sys.argv[1:3]
if task == "lock":
    from huggingface_hub.utils import WeakFileLock

    with WeakFileLock(what):
        print("held", flush=True)
        sys.stdin.read()
else:
    kind = "dataset" if task in ("texts", "fetch") else "model"
    local = task in ("read", "texts")
    folder = snapshot_download(what, repo_type=kind, local_files_only=local)
    name = "train.jsonl" if kind == "dataset" else "config.json"
    one = hf_hub_download(what, name, repo_type=kind)
    print(json.dumps({"folder": folder, "file": one} | scanned()))
