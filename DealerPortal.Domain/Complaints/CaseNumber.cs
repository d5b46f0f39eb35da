using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>What people call a case by: the day it was filed, and five characters that are not mistaken for one another on the phone.</summary>
/// <remarks>Drawn, not counted: two who file at once do not wait for each other. The database refuses a number twice, and the work draws again.</remarks>
internal static class CaseNumber
{
    /// <summary>How many characters stand after the day.</summary>
    public const int TailLength = 5;

    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Draw(LocalDate date) => $"C{date.ToString("yyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetString(Letters, TailLength)}";
}
