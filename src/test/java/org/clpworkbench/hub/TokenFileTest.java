package org.clpworkbench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.stream.Stream;

class TokenFileTest {
    private static final HubToken TOKEN = HubToken.of("hf_secret").orElseThrow();

    @TempDir Path folder;

    @Test
    void isItsOwnersAloneWhereThereArePosixRights() throws IOException {
        Path path = folder.resolve("hf/token");
        new TokenFile(path).write(TOKEN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(new TokenFile(path).read()).contains(TOKEN);
    }

    /// A file system in a zip file has neither rights as POSIX has them nor lists as Windows has.
    @Test
    void leavesNothingWhereItCannotBeKeptFromOthers() throws IOException {
        try (FileSystem open =
                FileSystems.newFileSystem(folder.resolve("a.zip"), Map.of("create", "true"))) {
            Path root = open.getPath("/");
            var file = new TokenFile(root.resolve("token"));
            assertThatThrownBy(() -> file.write(TOKEN))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("/token cannot be kept from other users");
            try (Stream<Path> left = Files.list(root)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void givesEverythingToTheOwner() throws IOException {
        UserPrincipal owner = Files.getOwner(folder);
        AclEntry entry = TokenFile.everything(owner);
        assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
        assertThat(entry.principal()).isEqualTo(owner);
        assertThat(entry.permissions()).containsExactlyInAnyOrder(AclEntryPermission.values());
        assertThat(entry.flags()).isEmpty();
    }
}
