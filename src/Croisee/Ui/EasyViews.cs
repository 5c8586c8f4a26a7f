using Croisee.Words;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Croisee.Ui;

/// <summary>Easy-read is rewriting, not substitution: <c>_Intro.easy.cshtml</c> is taken before <c>_Intro.cshtml</c> in that mode.</summary>
public sealed class EasyViews : IViewLocationExpander
{
    const string Key = "lecture";

    public void PopulateValues(ViewLocationExpanderContext context) => context.Values[Key] = context.ActionContext.HttpContext.Mode().ToString();

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> locations) =>
        context.Values.TryGetValue(Key, out var mode) && mode == nameof(ReadingMode.EasyRead)
            ? locations.SelectMany(l => new[] { l.Replace(".cshtml", ".easy.cshtml", StringComparison.Ordinal), l })
            : locations;
}
