namespace DealerPortal.Domain.Evidence;

/// <summary>Why a photo is not taken, each in words of its own.</summary>
internal static class PhotoRefusals
{
    public static Refusal Empty { get; } = new("photo.empty");

    public static Refusal Truncated { get; } = new("photo.truncated");

    public static Refusal Damaged { get; } = new("photo.damaged");

    /// <summary>Something follows the picture, or the file is a picture and something else at once.</summary>
    public static Refusal CarriesMore { get; } = new("photo.carries-more");

    public static Refusal NoSuchType { get; } = new("photo.type-not-taken");

    public static Refusal Svg { get; } = new("photo.is-svg");

    public static Refusal Html { get; } = new("photo.is-html");

    public static Refusal NameIsPath { get; } = new("photo.name-is-path");

    public static Refusal HashDiffers { get; } = new("photo.hash-differs");

    public static Refusal LongerThanSaid { get; } = new("photo.longer-than-said");

    public static Refusal CopyDoesNotFit { get; } = new("photo.copy-does-not-fit");

    public static Refusal Closed { get; } = new("photo.closed");

    /// <summary>For subjects that take more photos but give none back.</summary>
    public static Refusal Kept { get; } = new("photo.kept");

    public static Refusal SpotMissing { get; } = new("photo.spot-missing");

    public static Refusal TooLarge(long bytes, long limit) => new("photo.too-large", null, null, Megabytes(bytes), Megabytes(limit));

    public static Refusal TooManyPixels(int width, int height, long limit) =>
        new("photo.too-many-pixels", null, null, Fact.Number(width), Fact.Number(height), Fact.Number(limit / 1_000_000));

    public static Refusal QuotaFull(long used, long limit) => new("photo.quota-full", null, null, Megabytes(used), Megabytes(limit));

    public static Refusal ExtensionNotTaken(string extension) => new("photo.extension-not-taken", null, null, Fact.Of(extension));

    public static Refusal ExtensionDiffers(string extension, string usual) => new("photo.extension-differs", null, null, Fact.Of(extension), Fact.Of(usual));

    /// <param name="sent">Bytes that have arrived: where the sender goes on.</param>
    public static Refusal OutOfPlace(long sent) => new("photo.out-of-place", null, null, Fact.Number(sent));

    private static Fact Megabytes(long bytes) => Fact.Number(decimal.Round(bytes / 1_000_000m, 1, MidpointRounding.ToPositiveInfinity));
}
