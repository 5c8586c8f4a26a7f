namespace Croisee.Experiences.Exchange;

/// <summary>Publishes imported experiences whose authors' agreement the file states. The library, a higher room, brings it.</summary>
public interface IPublishImported
{
    /// <summary>Publishes one experience that awaits publication. Saves.</summary>
    Task Publish(Guid experience);
}
