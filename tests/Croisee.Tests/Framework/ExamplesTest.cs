using Croisee.Framework;
using Croisee.Framework.Reading;
using Croisee.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Xunit;

namespace Croisee.Tests.Framework;

/// <summary>The slot « Exemples du répertoire », filled by a room above or by none.</summary>
[Trait("kind", "pure")]
public sealed class ExamplesTest
{
    sealed class Shelf(params FrameworkExample[] examples) : IFrameworkExamples
    {
        public Task<IReadOnlyList<FrameworkExample>> Find(IReadOnlyCollection<string> codes, int most, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<FrameworkExample>>([.. examples.Where(e => codes.Contains(e.Code)).GroupBy(e => e.Code).SelectMany(g => g.Take(most))]);
    }

    static readonly FrameworkExample[] Same = [new("M2_MICRO_INFO_ACCESSIBILITE", "Un livret", "/repertoire/1"), new("M2_MICRO_INFO_TRANSPARENCE", "Un livret", "/repertoire/1"), new("M2_MACRO_LEAD_COLLECTIFS", "Un collectif", "/repertoire/2")];

    [Fact]
    public async Task Shows_an_example_once_in_its_cell_even_with_two_modalities()
    {
        var grid = new GridPageModel(Labels, [new Shelf(Same)]) { PageContext = Context };
        await grid.OnGet();
        Assert.Equal("Un livret", Assert.Single(grid.ExamplesOf(new Cell("MICRO", "INFO"))).Title);
        Assert.Equal("Un collectif", Assert.Single(grid.ExamplesOf(new Cell("MACRO", "LEAD"))).Title);
        Assert.Empty(grid.ExamplesOf(new Cell("MESO", "INFO")));
    }

    [Fact]
    public async Task Shows_nothing_while_no_room_fills_the_slot()
    {
        var grid = new GridPageModel(Labels, []) { PageContext = Context };
        await grid.OnGet();
        Assert.All(Grid.Cells, cell => Assert.Empty(grid.ExamplesOf(cell)));
        var register = new RegisterPageModel(Labels, []) { PageContext = Context, Slug = "reg4-initiative" };
        Assert.Null(await register.Prepare());
        Assert.Empty(register.Examples);
        Assert.Equal(("REG3_DEMOCRATIE_REP", "REG5_PAIR_AIDANCE"), (register.Previous!.Term.Code, register.Next!.Term.Code));
    }

    static Labels Labels => new(new Localizer(new HttpContextAccessor()));
    static PageContext Context => new() { HttpContext = new DefaultHttpContext() };
}
