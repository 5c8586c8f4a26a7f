using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CallAudienceModel(AppDb db, Visitor visitor, TimeProvider clock, Labels labels) : CallScreen(db, visitor, clock)
{
    public sealed class AudienceForm
    {
        [Vocabulary("V-CONTEXTE"), MinLength(1, ErrorMessage = "Choisissez au moins un contexte.")] public List<string> Contexts { get; set; } = [];
        [Vocabulary("V-ORG-TYPE"), MinLength(1, ErrorMessage = "Choisissez au moins un type d’organisation.")] public List<string> Types { get; set; } = [];
    }

    [BindProperty] public AudienceForm Form { get; set; } = new();
    public Labels Labels => labels;

    public void OnGet() => Form = new() { Contexts = Call.Contexts, Types = Call.OrganisationTypes };

    public Task<IActionResult> OnPost()
    {
        Call.Ask(Form.Contexts, Form.Types);
        return Saved(Acts.CallWritten, null, "C’est enregistré.", "qui");
    }
}
