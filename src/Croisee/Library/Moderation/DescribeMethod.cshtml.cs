using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>Whoever moderates a sheet that names a method, a tool or an organisation keeps its name and its description.</summary>
[Audience(Audience.Office, Role.Moderator)]
public sealed class DescribeMethodModel(AppDb db, Visitor visitor, Kinship.SheetLinks links, LibraryCache cache, TimeProvider clock) : Screen
{
    public sealed class MethodForm
    {
        [Required(ErrorMessage = "Choisissez une réponse.")] public MethodKind? Kind { get; set; }
        [StringLength(Method.NameMax, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Name { get; set; }
        [StringLength(Method.SummaryMax, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Summary { get; set; }
        [StringLength(Method.AddressMax, ErrorMessage = Croisee.Experiences.Answers.Limits.TooLong)] public string? Address { get; set; }
    }

    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    [BindProperty] public MethodForm Form { get; set; } = new();
    public Method Method { get; private set; } = null!;
    /// <summary>The one that has the name asked for, when this visitor may make one of both.</summary>
    public Method? Same { get; private set; }
    public IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<MethodKind>().Select(k => new Choice(k.ToString(), k.French()))];

    public override async Task<IActionResult?> Prepare()
    {
        if (Reference?.Length != Rules.Reference.Length || await db.Methods.SingleOrDefaultAsync(m => m.Reference == Reference) is not { } method) return NotFound();
        if (!await links.MayDescribe(method.Id, visitor)) return NotFound();
        Method = method;
        return null;
    }

    public void OnGet() => Form = new() { Kind = Method.Kind, Name = Method.Name, Summary = Method.Summary, Address = Method.Address };

    public async Task<IActionResult> OnPost()
    {
        var key = Method.KeyOf(Form.Name ?? "");
        // A name that was made one with another is that one's: taken back, it would lead to two.
        if (await links.Named(Form.Name ?? "") is { } same && same.Id != Method.Id)
        {
            Same = await links.MayDescribe(same.Id, visitor) ? same : null;
            throw new RuleBroken("MET-R1", same.NameKey == key ? "Ce nom existe déjà." : $"Ce nom a été réuni à « {same.Name} ».", "Name");
        }
        Method.Describe(Form.Kind!.Value, Form.Name, Form.Summary, Form.Address);
        db.Record(clock.UtcNow(), visitor.Actor, Acts.MethodDescribed, Method);
        await db.SaveChangesAsync();
        await cache.Forget();
        Flash("C’est enregistré.");
        return Redirect($"/repertoire/methodes/{Reference}");
    }
}
