namespace Croisee.Surveys.Disclosure;

/// <summary>R6: how many answered, by fives up to 99, then with two significant figures. Never the number itself.</summary>
public readonly record struct SizeBand(int Low, int High)
{
    public static SizeBand Of(int answers)
    {
        var width = 5;
        if (answers >= 100) for (width = 10; answers >= width * 100; width *= 10) { }
        var low = answers / width * width;
        return new(low, low + width - 1);
    }

    /// <summary>CMP-R6: between which percents of the eligible persons answered, from the band alone.</summary>
    public ResponseRate RateAmong(int eligible) =>
        new(Math.Min(100, 100 * Low / eligible), Math.Min(100, ((100 * High) + eligible - 1) / eligible));

    public override string ToString() => $"{Low}–{High}";
}

/// <summary>CMP-R6: answers by eligible persons, in percent, printed beside every result.</summary>
public readonly record struct ResponseRate(int Low, int High)
{
    /// <summary>« À interpréter avec prudence ».</summary>
    public bool AskForPrudence => Low < 30;
}
