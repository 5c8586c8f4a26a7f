using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class RegisterPageModel(Labels labels, IEnumerable<IFrameworkExamples> rooms) : Screen
{
    const int ExamplesMax = 5;

    [FromRoute] public string Slug { get; set; } = "";
    public Labels Labels => labels;
    public Register Register { get; private set; } = null!;
    public IReadOnlyList<FrameworkExample> Examples { get; private set; } = [];

    public Register? Previous => Beside(-1);
    public Register? Next => Beside(+1);

    public override async Task<IActionResult?> Prepare()
    {
        if (FrameworkAddress.Register(Slug) is not { } term) return NotFound();
        Register = Register.Of(term.Code);
        Examples = [.. (await rooms.Of([term.Code], ExamplesMax, HttpContext.RequestAborted))[term.Code]];
        return null;
    }

    public void OnGet() { }

    Register? Beside(int step) => Register.All.ElementAtOrDefault(Register.Term.Position + step);
}
