"""What huggingface_hub makes of its environment, as JSON."""

import json

from huggingface_hub import constants, get_token

print(
    json.dumps(
        {
            "cache": constants.HF_HUB_CACHE,
            "token_path": constants.HF_TOKEN_PATH,
            "endpoint": constants.ENDPOINT,
            "offline": constants.HF_HUB_OFFLINE,
            "no_links": constants.HF_HUB_DISABLE_SYMLINKS,
            "token": get_token() or "",
        }
    )
)
