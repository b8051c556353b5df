package dev.tenantmesh.generator.manifest.folder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The bytes of a file, compared as if git had not changed their line ends. */
final class Content {

    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    static Content of(byte[] bytes) {
        return new Content(bytes.clone());
    }

    static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** The text with {@code \n} as line end. */
    String text() {
        return new String(withoutCarriageReturns(), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the bytes with {@code \n} as line end, in lower-case hexadecimal digits. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(withoutCarriageReturns()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    boolean saysTheSameAs(Content other) {
        return Arrays.equals(withoutCarriageReturns(), other.withoutCarriageReturns());
    }

    /** Byte by byte, line ends included. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Byte by byte, whatever the bytes mean. */
    private byte[] withoutCarriageReturns() {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        return raw.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
