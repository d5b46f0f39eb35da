using System.Text;

namespace DealerPortal.Tests.Evidence;

public sealed class PictureWorkerTests
{
    private const int TooManyPixels = 3, Undecodable = 4;

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>")]
    [InlineData("push graphic-context\nimage over 0,0 0,0 '/etc/passwd'\npop graphic-context")]
    [InlineData("%!PS\n(/etc/passwd) run")]
    [InlineData("GIF89a........")]
    [InlineData("")]
    public async Task What_is_no_photo_never_reaches_the_decoder(string content)
    {
        var (code, answer, complaint) = await PictureWorkers.Run(Encoding.UTF8.GetBytes(content));

        Assert.Equal((Undecodable, 0), (code, answer.Length));
        Assert.StartsWith("photo.", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_is_refused_by_its_header()
    {
        var (code, answer, _) = await PictureWorkers.Run(Pictures.Png(50_000, 50_000));

        Assert.Equal((TooManyPixels, 0), (code, answer.Length));
    }

    [Fact]
    public async Task A_photo_whose_bits_are_spoiled_ends_the_decoder_cleanly()
    {
        var random = new Random(20260302);
        foreach (var name in new[] { "DSCN0010.jpg", "IMG_5195.HEIC" })
        {
            var file = Pictures.Real(name);
            for (var hit = 0; hit < 400; hit++) file[random.Next(file.Length / 3, file.Length)] ^= (byte)random.Next(1, 256);

            var (code, _, complaint) = await PictureWorkers.Run(file);

            Assert.True(code is 0 or Undecodable, $"{name}: exit code {code}. {complaint}");
        }
    }

    [Fact]
    public async Task The_system_itself_bounds_the_decoder_s_memory_and_processor_time()
    {
        using var process = PictureWorkers.Start(megabytes: 100, seconds: 7);
        try
        {
            string Limit(string name) => File.ReadAllLines($"/proc/{process.Id}/limits")
                .Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();
            // It waits for a photo; the bounds are set before it reads one.
            for (var i = 0; i < 300 && Limit("Max cpu time").StartsWith("unlimited", StringComparison.Ordinal); i++) await Task.Delay(100);

            Assert.Equal(["7", "8", "seconds"], Limit("Max cpu time").Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith($"{(100L + 384) << 20} ", Limit("Max data size"), StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
        }
    }
}
