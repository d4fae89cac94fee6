package io.plumbline.dialects.openscale.records;

import io.plumbline.domain.PlumblineException;
import io.plumbline.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.RequestContext;

/** Finds the one file in a body of multipart/form-data. */
final class MultipartFile {
    private MultipartFile() {}

    /** Reads a file. */
    interface FileReader<T> {
        T read(ContentType type, InputStream content);
    }

    /**
     * What the reader makes of the file.
     *
     * @throws PlumblineException of {@link io.plumbline.domain.Failure.Invalid} where there is no file or more than one
     */
    static <T> T read(MediaType contentType, InputStream body, FileReader<T> reader) {
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(context(contentType, body));
            Optional<T> read = Optional.empty();
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField()) {
                    if (read.isPresent()) {
                        throw PlumblineException.invalid("the multipart body has more than one file");
                    }
                    read = Optional.of(read(part, reader));
                }
            }
            return read.orElseThrow(() -> PlumblineException.invalid("the multipart body has no part with a file"));
        } catch (FileUploadException e) {
            throw new PlumblineException(
                    PlumblineException.invalid("the body is no multipart/form-data")
                            .failure(),
                    e);
        } catch (IOException e) {
            throw BodyFailure.of(e);
        }
    }

    private static <T> T read(FileItemStream part, FileReader<T> reader) throws IOException {
        ContentType type =
                ContentType.ofFile(Optional.ofNullable(part.getContentType()), Optional.ofNullable(part.getName()));
        try (InputStream content = part.openStream()) {
            return reader.read(type, content);
        }
    }

    private static RequestContext context(MediaType contentType, InputStream body) {
        return new RequestContext() {
            @Override
            public String getCharacterEncoding() {
                return "UTF-8";
            }

            @Override
            public String getContentType() {
                return contentType.name()
                        + contentType
                                .parameter("boundary")
                                .map(boundary -> "; boundary=\"" + boundary + "\"")
                                .orElse("");
            }

            @Override
            @SuppressWarnings("deprecation") // the interface still asks for it; -1 says that it is not known
            public int getContentLength() {
                return -1;
            }

            @Override
            public InputStream getInputStream() {
                return body;
            }
        };
    }
}
