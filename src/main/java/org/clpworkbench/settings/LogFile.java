package org.clpworkbench.settings;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

import java.nio.file.Path;

/// Sends what is logged to one file in the workspace: the terminal is for answers. In Java, because
/// reading the same from XML takes several hundredths of a second of every start; but a
/// `logback-test.xml`, or a file that `logback.configurationFile` names, comes before it.
public final class LogFile extends ContextAwareBase implements Configurator {
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null
                || LogFile.class.getResource("/logback-test.xml") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        write(context, Workspace.standard().logFile());
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void write(LoggerContext context, Path path) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        var file = new FileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setFile(path.toString());
        file.setPrudent(true); // workers write to the same file
        file.setEncoder(encoder);
        file.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(file);
        // DJL warns wherever there is no CUDA
        context.getLogger("ai.djl.util.cuda.CudaUtils").setLevel(Level.ERROR);
    }
}
