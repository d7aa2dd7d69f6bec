package org.clpworkbench.gpu;

import org.clpworkbench.job.Progress;
import org.clpworkbench.net.ResumingStream;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Fetches the CUDA build of libtorch from where DJL publishes its natives, file by file and
/// unpacked on the way, into the folder that DJL looks in. What was fetched whole stays when the
/// rest fails or is cancelled, and is not fetched again.
///
/// @param files what there is to fetch
/// @param folder where it goes
public record CudaFetch(List<Part> files, Path folder) {
    /// A mirror to fetch from instead.
    public static final String SOURCE_VARIABLE = "CLP_LIBTORCH_URL";

    private static final String SOURCE = "https://publish.djl.ai/pytorch";
    private static final String PACKED = ".gz";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOTAL = Pattern.compile("bytes \\d+-\\d+/(\\d+)");
    private static final int PARTIAL = 206;
    private static final int OK = 200;
    private static final int BUFFER = 1 << 20;
    private static final int INDEX_LIMIT = 1 << 20;

    /// A gzip-packed file.
    ///
    /// @param packed bytes that travel
    /// @param unpacked bytes on the disk
    public record Part(URI address, String name, long packed, long unpacked) {}

    public CudaFetch {
        files = List.copyOf(files);
    }

    /// Asks what there is to fetch for this machine.
    ///
    /// @throws IOException when the server cannot be reached, or has no CUDA build for this system
    public static CudaFetch plan(Progress progress) throws IOException {
        String source = System.getenv().getOrDefault(SOURCE_VARIABLE, SOURCE);
        return plan(
                URI.create(source + "/" + CudaRuntime.version() + "/"),
                CudaRuntime.folder(),
                progress);
    }

    /// @param source where files.txt lies, ends with a slash
    public static CudaFetch plan(URI source, Path folder, Progress progress) throws IOException {
        progress.stage("Asking what there is to fetch");
        try (var client = client()) {
            String wanted = CudaRuntime.FLAVOR + "/" + CudaRuntime.classifier() + "/";
            var files = new ArrayList<Part>();
            for (String line : index(client, source.resolve("files.txt"))) {
                if (line.startsWith(wanted) && line.endsWith(PACKED)) {
                    progress.checkCancelled();
                    files.add(part(client, source.resolve(line)));
                }
            }
            if (files.isEmpty()) {
                throw new ToldException(
                        Sentence.of(
                                CudaFetch.class, "cuda.none", source, CudaRuntime.classifier()));
            }
            return new CudaFetch(files, folder);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static List<String> index(HttpClient client, URI address) throws IOException {
        HttpResponse<InputStream> answer = ask(client, HttpRequest.newBuilder(address));
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != OK) {
                throw new ToldException(
                        Sentence.of(CudaFetch.class, "cuda.status", address, answer.statusCode()));
            }
            byte[] lines = body.readNBytes(INDEX_LIMIT);
            return new String(lines, StandardCharsets.UTF_8).lines().toList();
        }
    }

    /// A gzip file ends with its unpacked size, modulo 2³².
    private static Part part(HttpClient client, URI address) throws IOException {
        String tail = "bytes=-" + Integer.BYTES;
        HttpResponse<InputStream> answer =
                ask(client, HttpRequest.newBuilder(address).header("Range", tail));
        try (InputStream body = answer.body()) {
            byte[] end = body.readNBytes(Integer.BYTES);
            String range = answer.headers().firstValue("Content-Range").orElse("none");
            Matcher total = TOTAL.matcher(range);
            if (answer.statusCode() != PARTIAL || !total.matches() || end.length != Integer.BYTES) {
                throw new ToldException(
                        Sentence.of(CudaFetch.class, "cuda.size", address, answer.statusCode()));
            }
            int unpacked = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
            return new Part(
                    address,
                    unpackedName(address),
                    Long.parseLong(total.group(1)),
                    Integer.toUnsignedLong(unpacked));
        }
    }

    private static String unpackedName(URI address) throws IOException {
        String path = address.getRawPath();
        String packed = path.substring(path.lastIndexOf('/') + 1);
        String name =
                URLDecoder.decode(
                        packed.substring(0, packed.length() - PACKED.length()),
                        StandardCharsets.UTF_8);
        if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new ToldException(Sentence.of(CudaFetch.class, "cuda.name", address));
        }
        return name;
    }

    private static HttpResponse<InputStream> ask(HttpClient client, HttpRequest.Builder request)
            throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking what there is to fetch.", interrupted);
        } catch (IOException unreachable) {
            throw new ToldException(
                    Sentence.of(
                            CudaFetch.class,
                            "cuda.unreached",
                            request.build().uri(),
                            SOURCE_VARIABLE),
                    unreachable);
        }
    }

    /// Bytes that travel.
    public long packed() {
        return files.stream().mapToLong(Part::packed).sum();
    }

    /// Bytes on the disk afterwards.
    public long unpacked() {
        return files.stream().mapToLong(Part::unpacked).sum();
    }

    /// Fetches what is not there yet. Every file is checked against the checksum that it is packed
    /// with and its size; the folder appears when all are whole.
    ///
    /// @throws IOException when the disk is too small, a file is damaged, or the connection breaks
    ///   again and again
    public void run(Progress progress) throws IOException {
        Path parts = folder.resolveSibling(folder.getFileName() + ".part");
        Files.createDirectories(parts);
        try (var channel =
                        FileChannel.open(
                                folder.resolveSibling(folder.getFileName() + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new ToldException(Sentence.of(CudaFetch.class, "cuda.taken"));
            }
            checkRoom(parts);
            fetch(parts, progress);
            Files.move(parts, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void fetch(Path parts, Progress progress) throws IOException {
        progress.stage("Fetching the CUDA runtime");
        long before = 0;
        try (var client = client()) {
            for (Part file : files) {
                Path whole = parts.resolve(file.name());
                if (!Files.isRegularFile(whole)) {
                    fetch(client, file, whole, before, progress);
                }
                before += file.packed();
                progress.update(before, packed(), "bytes");
            }
        }
    }

    private void checkRoom(Path parts) throws IOException {
        long missing = 0;
        for (Part file : files) {
            if (!Files.isRegularFile(parts.resolve(file.name()))) {
                missing += file.unpacked();
            }
        }
        long room = Files.getFileStore(parts).getUsableSpace();
        if (room < missing) {
            throw new ToldException(
                    Sentence.of(
                            CudaFetch.class,
                            "cuda.room",
                            String.valueOf(parts.getParent()),
                            room / 1e9,
                            missing / 1e9));
        }
    }

    private void fetch(HttpClient client, Part file, Path whole, long before, Progress progress)
            throws IOException {
        Path half = whole.resolveSibling(file.name() + ".half");
        try (var packed = new ResumingStream(client, file.address(), progress);
                InputStream unpacked = new GZIPInputStream(packed, BUFFER);
                OutputStream out = Files.newOutputStream(half)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                out.write(buffer, 0, read);
                progress.update(before + packed.position(), packed(), "bytes");
            }
        } catch (ZipException | EOFException damaged) {
            throw new ToldException(
                    Sentence.of(
                            CudaFetch.class,
                            "cuda.damaged",
                            file.address(),
                            String.valueOf(damaged.getMessage())),
                    damaged);
        }
        long size = Files.size(half);
        if (Integer.toUnsignedLong((int) size) != file.unpacked()) {
            throw new ToldException(
                    Sentence.of(
                            CudaFetch.class, "cuda.bytes", file.address(), size, file.unpacked()));
        }
        Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
    }
}
