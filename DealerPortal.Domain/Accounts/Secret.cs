using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DealerPortal.Domain.Accounts;

/// <summary>The unguessable part of a one-time link: 256 random bits. The database knows its hash only.</summary>
public readonly record struct Secret(string Text)
{
    private const int Bytes = 32;

    public static Secret New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Whether the text has the length and the letters of a secret that <see cref="New"/> made.</summary>
    public bool IsWhole => Text is { Length: 43 } && Base64Url.IsValid(Text);

    /// <summary>SHA-256 in lower-case hex. No salt is needed: nobody can guess 256 bits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text ?? "")));

    /// <summary>Never the secret itself: this text may end in a log.</summary>
    public override string ToString() => "(secret)";
}
