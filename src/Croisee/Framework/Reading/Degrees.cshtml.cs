using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class DegreesModel(Labels labels, IEnumerable<IFrameworkExamples> rooms) : Screen
{
    const int ExamplesMax = 3;

    public Labels Labels => labels;
    public ILookup<string, FrameworkExample> Examples { get; private set; } = null!;

    public async Task OnGet() =>
        Examples = await rooms.Of(Vocabularies.Degree.Terms.Select(t => t.Code), ExamplesMax, HttpContext.RequestAborted);
}
