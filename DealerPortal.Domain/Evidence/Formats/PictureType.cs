namespace DealerPortal.Domain.Evidence.Formats;

/// <summary>The kinds of picture that the portal takes, told by content and never by name.</summary>
public enum PictureType
{
    Jpeg,
    Png,
    Webp,
    Heic,
}

/// <summary>What each kind of picture is called elsewhere.</summary>
public static class PictureTypes
{
    public static string MediaType(this PictureType type) => type switch
    {
        PictureType.Jpeg => "image/jpeg",
        PictureType.Png => "image/png",
        PictureType.Webp => "image/webp",
        _ => "image/heic",
    };

    /// <summary>The extensions, in lower case with the dot, that a file of this kind may have. The first is the usual one.</summary>
    public static IReadOnlyList<string> Extensions(this PictureType type) => type switch
    {
        PictureType.Jpeg => [".jpg", ".jpeg", ".jpe", ".jfif"],
        PictureType.Png => [".png"],
        PictureType.Webp => [".webp"],
        _ => [".heic", ".heif"],
    };

    /// <summary>The kind that this media type names. Only for what <see cref="MediaType"/> wrote.</summary>
    public static PictureType OfMediaType(string mediaType) => Enum.GetValues<PictureType>().Single(type => type.MediaType() == mediaType);
}
