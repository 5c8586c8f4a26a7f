using Croisee.Ui;

namespace Croisee.Site;

/// <summary>« Ce que des paroles ont changé »: threads of published sheets, for the home page.</summary>
public sealed class ChangedByWords
{
    public sealed record Line(string Reference, string Title, IReadOnlyList<ThreadStep> Steps);

    public Task<IReadOnlyList<Line>> Latest(int most) => Task.FromResult<IReadOnlyList<Line>>([]);
}
