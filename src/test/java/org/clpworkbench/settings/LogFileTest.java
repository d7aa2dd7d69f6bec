package org.clpworkbench.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class LogFileTest {
    @Test
    void writesWhatMatters(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("logs").resolve("one.log");
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        LogFile.write(context, file);
        var log = context.getLogger("somewhere");
        log.debug("a detail");
        log.info("a line of LogFileTest");
        context.getLogger("ai.djl.util.cuda.CudaUtils").warn("no CUDA here");
        context.stop();
        assertThat(Files.readString(file))
                .contains("INFO  [main] somewhere a line of LogFileTest")
                .doesNotContain("a detail")
                .doesNotContain("no CUDA here");
    }
}
