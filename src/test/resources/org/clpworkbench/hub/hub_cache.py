"""What Python's huggingface_hub makes of a cache, as JSON on the last line.

read ID    opens a model without asking the Hub
fill ID    fetches a model from HF_ENDPOINT
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
        "models": {
            repo.repo_id: {
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
    folder = snapshot_download(what, local_files_only=task == "read")
    config = hf_hub_download(what, "config.json")
    print(json.dumps({"folder": folder, "config": config} | scanned()))
