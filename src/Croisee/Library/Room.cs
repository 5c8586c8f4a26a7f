using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library;

/// <summary>
/// Library owns the public repository: sheets and their versions, publication and withdrawal, searching, easy-read readings.
/// It must never show what its authors did not agree to, nor a contact address that was not given to be published.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddSingleton(new Preparation(ReadSheetsAgain.Run));
        services.AddSheetSearch();
        services.AddSingleton<LibraryCache>();
        services.AddSingleton<Places.FranceShapes>();
        services.Configure<OutputCacheOptions>(options => options.AddPolicy(LibraryPages.Name, new LibraryPages()));
        services.AddScoped<ReadFindings>();
        services.AddScoped<ComposeSheet>();
        services.AddScoped<Compare.NearSheets>();
        services.AddScoped<Publish>();
        services.AddScoped<IPublishImported, PublishImported>();
        services.AddScoped<Withdraw>();
        services.AddScoped<IHear<ExperienceWithdrawn>, ForgetSheet>();
        services.AddScoped<IAttachmentAudience, Reading.PublicDocuments>();
        services.AddScoped<EasyReaders>();
        services.AddScoped<IFrameworkExamples, SheetExamples>();
        services.Entry("Publication", "/bureau/publication", 60, http => http.RequestServices.GetRequiredService<Visitor>().Has(Role.Organiser), staff: true, hint: "Proposer aux auteurs leur page, puis la publier.");
    }
}
