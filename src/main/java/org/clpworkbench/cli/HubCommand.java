package org.clpworkbench.cli;

import picocli.CommandLine.Command;

/// `hub`: models and data sets of the Hugging Face Hub.
@Command(
        name = "hub",
        description = {
            "Finds models and data sets on the Hugging Face Hub and fetches them into the cache"
                    + " that",
            "Python's huggingface_hub uses too. HF_HOME, HF_HUB_CACHE, HF_ENDPOINT, HF_TOKEN,",
            "HF_HUB_OFFLINE, HF_HUB_ETAG_TIMEOUT and HF_HUB_DOWNLOAD_TIMEOUT are honoured."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            HubSearchCommand.class,
            HubShowCommand.class,
            HubDownloadCommand.class,
            HubCatalogueCommand.class,
            HubLoginCommand.class,
            HubLogoutCommand.class
        })
final class HubCommand {}
