package io.plumbline.dialects.openscale;

import io.plumbline.dialects.openscale.wire.Metadata;
import io.plumbline.dialects.openscale.wire.ResourceState;
import io.plumbline.dialects.openscale.wire.Status;
import io.plumbline.domain.Header;
import io.plumbline.domain.Id;

/** The envelope around everything this dialect answers with. */
public final class Envelope {
    private Envelope() {}

    /**
     * The metadata of a resource.
     *
     * @param header of the resource
     * @param kind as it stands in resource names, such as {@code data_mart}
     * @param collection the path below the prefix at which its kind is found, such as {@code /v2/data_marts}
     */
    public static Metadata metadata(Header header, String kind, String collection) {
        return metadata(header, WireId.of(header.id()), kind, collection);
    }

    /** The same of a resource that goes by another id than its own. */
    public static Metadata metadata(Header header, String id, String kind, String collection) {
        Metadata.Builder metadata = Metadata.builder()
                .id(id)
                .crn(resourceName(header.organization(), kind, id))
                .url(collection + "/" + id)
                .createdAt(header.stamp().createdAt())
                .createdBy(header.stamp().createdBy());
        if (header.revision() > 1) {
            metadata.modifiedAt(header.stamp().modifiedAt())
                    .modifiedBy(header.stamp().modifiedBy());
        }
        return metadata.build();
    }

    /** The cloud resource name of a thing. */
    public static String resourceName(Id organization, String kind, String id) {
        return "crn:v1:plumbline:public:aiopenscale:local:a/na:" + WireId.of(organization) + ":" + kind + ":" + id;
    }

    /** The status of what is ready to be used. */
    public static Status active() {
        return Status.builder().state(ResourceState.ACTIVE).build();
    }
}
