using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What people call a statement by: the last date of its period, and five characters that are not mistaken for one another on the phone.</summary>
internal static class BatchNumber
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Draw(LocalDate through) => $"S{through.ToString("yyMMdd", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetString(Letters, 5)}";
}
