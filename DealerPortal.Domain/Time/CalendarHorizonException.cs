namespace DealerPortal.Domain.Time;

/// <summary>A date was asked for that the calendar knows nothing about, and nothing may be guessed.</summary>
public sealed class CalendarHorizonException : Exception
{
    public CalendarHorizonException() { }

    public CalendarHorizonException(string message) : base(message) { }

    public CalendarHorizonException(string message, Exception innerException) : base(message, innerException) { }

    public CalendarHorizonException(int year, string known)
        : base($"No working-day data for {year}; the calendar knows {known}. Add that year's holiday file.") => Year = year;

    /// <summary>The year that is missing.</summary>
    public int Year { get; }
}
